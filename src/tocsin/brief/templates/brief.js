// Reading needs no script. This offers the way back after a link was followed within the page.
(function () {
  "use strict";
  var back = document.querySelector(".return");
  var places = [];
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (!link || back.contains(link) || link.closest("nav")) { return; }
    places.push([link, window.scrollY]);
    back.hidden = false;
  });
  back.addEventListener("click", function (event) {
    event.preventDefault();
    var place = places.pop();
    if (place) {
      window.scrollTo(0, place[1]);
      place[0].focus({ preventScroll: true });
    }
    back.hidden = places.length === 0;
  });
}());
