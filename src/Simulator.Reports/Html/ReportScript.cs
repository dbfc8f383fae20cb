namespace Simulator.Reports.Html;

/// <summary>
/// Shows what a picture's shapes tell at once, to a finger and to the arrow keys, too. Without it a browser shows the same text (the titles
/// of the shapes) after a while to a mouse. It asks nothing of the network.
/// </summary>
internal static class ReportScript
{
    public const string Js = """
        (function () {
          var tip = document.createElement('div'), shown = null;
          tip.id = 'tip'; tip.hidden = true; tip.setAttribute('role', 'status');
          document.body.appendChild(tip);
          function hide() { if (shown) shown.classList.remove('on'); shown = null; tip.hidden = true; }
          function show(shape, x, y) {
            if (shown !== shape) { hide(); shown = shape; shape.classList.add('on'); tip.textContent = shape.told; tip.hidden = false; }
            var room = document.documentElement.clientWidth - tip.offsetWidth - 8;
            tip.style.left = Math.max(8, Math.min(x + 14, room)) + 'px';
            tip.style.top = Math.max(8, y - tip.offsetHeight - 14) + 'px';
          }
          Array.prototype.forEach.call(document.querySelectorAll('figure svg'), function (svg) {
            var shapes = Array.prototype.slice.call(svg.querySelectorAll('.h')), at = -1;
            shapes.forEach(function (shape) {
              var title = shape.querySelector('title');
              shape.told = title.textContent; shape.removeChild(title);
            });
            function point(e) {
              var shape = e.target.closest('.h');
              if (shape) { at = shapes.indexOf(shape); show(shape, e.clientX, e.clientY); } else hide();
            }
            svg.addEventListener('pointermove', point);
            svg.addEventListener('pointerdown', point);
            svg.addEventListener('pointerleave', function (e) { if (e.pointerType === 'mouse') hide(); });
            svg.addEventListener('blur', hide);
            if (shapes.length === 0) return;
            svg.setAttribute('tabindex', '0');
            svg.addEventListener('keydown', function (e) {
              var step = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
              if (e.key === 'Escape') hide();
              if (step === 0) return;
              e.preventDefault();
              at = Math.max(0, Math.min(shapes.length - 1, at + step));
              var box = shapes[at].getBoundingClientRect();
              show(shapes[at], box.left + box.width / 2, box.top + 30);
            });
          });
          window.addEventListener('scroll', hide, { passive: true });
        })();

        """;
}
