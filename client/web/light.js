// Light on a 2D canvas: glowing lines, and the part of the arena that never moves.
(function () {
	'use strict';

	var NIGHT = '#05060d', GRID = 'rgba(38,52,112,.38)', SOLID = 'rgba(5,6,13,.74)';

	// A glowing line: three strokes of light, cheaper than a blur. The colour is
	// "red,green,blue".
	function line(g, x0, y0, x1, y1, colour, thick, alpha) {
		g.beginPath();
		g.moveTo(x0, y0);
		g.lineTo(x1, y1);
		g.strokeStyle = 'rgba(' + colour + ',' + 0.10 * alpha + ')';
		g.lineWidth = thick * 7;
		g.stroke();
		g.strokeStyle = 'rgba(' + colour + ',' + 0.24 * alpha + ')';
		g.lineWidth = thick * 3.2;
		g.stroke();
		g.strokeStyle = 'rgba(' + colour + ',' + alpha + ')';
		g.lineWidth = thick;
		g.stroke();
	}

	function trace(g, points) {
		points.forEach(function (p, i) { g[i ? 'lineTo' : 'moveTo'](p[0], p[1]); });
		g.closePath();
	}

	// Grid and walls do not move: they are painted once. The first shape is the
	// arena's border, the others are solid.
	function backdrop(canvas, density, tile, walls, shapes) {
		var back = document.createElement('canvas'), g = back.getContext('2d');
		var width = canvas.width / density, height = canvas.height / density;
		back.width = canvas.width;
		back.height = canvas.height;
		g.scale(density, density);
		g.fillStyle = NIGHT;
		g.fillRect(0, 0, width, height);
		var glow = g.createRadialGradient(width / 2, height / 2, 0, width / 2, height / 2, Math.max(width, height) * 0.62);
		glow.addColorStop(0, 'rgba(26,32,86,.55)');
		glow.addColorStop(1, 'rgba(5,6,13,0)');
		g.fillStyle = glow;
		g.fillRect(0, 0, width, height);

		g.save();
		g.beginPath();
		trace(g, shapes[0]);
		g.clip();
		g.strokeStyle = GRID;
		g.lineWidth = 1;
		g.beginPath();
		for (var x = width / 2 % tile; x < width; x += tile) { g.moveTo(Math.round(x) + 0.5, 0); g.lineTo(Math.round(x) + 0.5, height); }
		for (var y = height / 2 % tile; y < height; y += tile) { g.moveTo(0, Math.round(y) + 0.5); g.lineTo(width, Math.round(y) + 0.5); }
		g.stroke();
		g.restore();

		g.fillStyle = SOLID;
		g.beginPath();
		shapes.slice(1).forEach(function (points) { trace(g, points); });
		g.fill();
		g.globalCompositeOperation = 'lighter';
		g.lineCap = 'round';
		walls.forEach(function (w) { line(g, w.ax, w.ay, w.ax + w.dx, w.ay + w.dy, w.colour, 1.6, 0.75); });
		return back;
	}

	window.bankshotLight = { line: line, backdrop: backdrop };
})();
