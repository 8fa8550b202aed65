// The arena behind the loader: a few ships, whose shots bank off walls.
//
//	bankshotArena.start(canvas, panel)   draw; the panel is one of the walls
//	bankshotArena.stop()
//
// It is scenery: no rule of the game is kept here. Whoever asks for less motion
// gets one still picture with the shots' whole ways.
(function () {
	'use strict';

	// A shot's colour by its banks: each one makes it hotter.
	var HEAT = ['53,224,255', '143,160,255', '255,92,190', '255,150,80', '255,214,110', '255,244,214'];
	var WALL = '64,104,255', FRAME = '110,90,220';
	var SHIPS = ['53,224,255', '255,61,165', '255,194,71'];
	var MAX_BANKS = 5, SHOT_SPEED = 520, SHOT_SECONDS = 2.6, TRAIL_SECONDS = 0.34, FIRE_SECONDS = 1.15;

	var light = window.bankshotLight;
	var canvas, panel, ctx, back, width, height, density;
	var walls, shapes, ships, shots, sparks;
	var frame = 0, then = 0, clock = 0, observer = null;
	var still = window.matchMedia ? window.matchMedia('(prefers-reduced-motion: reduce)') : { matches: false };

	// ---- the walls

	function polygon(points, colour) {
		shapes.push(points);
		for (var i = 0; i < points.length; i++) {
			var a = points[i], b = points[(i + 1) % points.length];
			var dx = b[0] - a[0], dy = b[1] - a[1], len = Math.sqrt(dx * dx + dy * dy);
			walls.push({ ax: a[0], ay: a[1], dx: dx, dy: dy, nx: -dy / len, ny: dx / len, hit: 0, colour: colour });
		}
	}

	// A rectangle whose corners are cut at 45 degrees, as the game's half-walls are.
	function cut(x0, y0, x1, y1, c, colour) {
		polygon([[x0 + c, y0], [x1 - c, y0], [x1, y0 + c], [x1, y1 - c],
			[x1 - c, y1], [x0 + c, y1], [x0, y1 - c], [x0, y0 + c]], colour);
	}

	function build() {
		width = window.innerWidth;
		height = window.innerHeight;
		density = Math.min(window.devicePixelRatio || 1, 2);
		canvas.width = Math.round(width * density);
		canvas.height = Math.round(height * density);
		walls = [];
		shapes = [];
		shots = [];
		sparks = [];
		var tile = Math.max(22, Math.min(48, Math.min(width, height) / 13));
		var box = panel.getBoundingClientRect();
		cut(8, 8, width - 8, height - 8, tile * 1.4, WALL);
		cut(box.left, box.top, box.right, box.bottom, tile * 0.6, FRAME);

		// Blocks stand in the middle of whatever room the panel leaves.
		var left = box.left, right = width - box.right, above = box.top, below = height - box.bottom;
		if (left > 4 * tile) {
			var x = left * 0.52, X = width - right * 0.52;
			polygon([[x - tile, height * 0.24], [x + tile, height * 0.24], [x - tile, height * 0.24 + 2 * tile]], WALL);
			polygon([[X + tile, height * 0.76], [X - tile, height * 0.76], [X + tile, height * 0.76 - 2 * tile]], WALL);
			cut(x - tile * 0.5, height * 0.66, x + tile * 0.5, height * 0.66 + 2 * tile, tile * 0.3, WALL);
			cut(X - tile * 0.5, height * 0.34 - 2 * tile, X + tile * 0.5, height * 0.34, tile * 0.3, WALL);
		}
		if (above > 4 * tile) {
			var y = above * 0.52, Y = height - below * 0.52, mid = width / 2;
			polygon([[mid, y - tile], [mid + tile, y], [mid, y + tile], [mid - tile, y]], WALL);
			polygon([[mid, Y - tile], [mid + tile, Y], [mid, Y + tile], [mid - tile, Y]], WALL);
		}
		ships = [];
		if (left > 3 * tile) {
			ship(left * 0.32, height * 0.52, -0.6);
			ship(width - right * 0.32, height * 0.46, 2.4);
		}
		if (above > 3 * tile) {
			ship(width * 0.26, above * 0.5, 0.5);
			ship(width * 0.74, height - below * 0.5, 3.6);
		}
		if (!ships.length) { ship(Math.max(24, left * 0.5), height * 0.5, -0.9); }
		back = light.backdrop(canvas, density, tile, walls, shapes);
	}

	function ship(x, y, aim) {
		var n = ships.length;
		ships.push({ homeX: x, homeY: y, x: x, y: y, home: aim, aim: aim, phase: n * 1.9, wait: 0.25 + n * 0.37, colour: SHIPS[n % SHIPS.length] });
	}

	// ---- the shots

	// The nearest wall that a way of the given length from x, y meets, or null.
	function meet(x, y, vx, vy, length) {
		var best = null;
		for (var i = 0; i < walls.length; i++) {
			var w = walls[i], cross = vx * w.dy - vy * w.dx;
			if (Math.abs(cross) < 1e-9) { continue; }
			var ox = w.ax - x, oy = w.ay - y;
			var t = (ox * w.dy - oy * w.dx) / cross, u = (ox * vy - oy * vx) / cross;
			if (t > 1e-6 && t <= length && u >= 0 && u <= 1) {
				best = w;
				length = t;
			}
		}
		return best && { wall: best, at: length };
	}

	// fly moves a shot on by a distance, banking; every corner goes to turn().
	function fly(s, distance, turn) {
		while (distance > 0) {
			var met = meet(s.x, s.y, s.vx, s.vy, distance);
			var step = met ? met.at : distance;
			s.x += s.vx * step;
			s.y += s.vy * step;
			distance -= step;
			if (!met) { return; }
			var along = 2 * (s.vx * met.wall.nx + s.vy * met.wall.ny);
			s.vx -= along * met.wall.nx;
			s.vy -= along * met.wall.ny;
			s.x += s.vx * 0.01; // off the wall, or rounding meets it again
			s.y += s.vy * 0.01;
			s.banks++;
			turn(s, met.wall);
			if (s.banks > MAX_BANKS) { return; }
		}
	}

	function shotFrom(p) {
		var vx = Math.cos(p.aim), vy = Math.sin(p.aim);
		return { x: p.x + vx * 13, y: p.y + vy * 13, vx: vx, vy: vy, banks: 0, age: 0, trail: [] };
	}

	function heat(banks) { return HEAT[Math.min(banks, HEAT.length - 1)]; }

	function bank(s, wall) {
		s.trail.push({ x: s.x, y: s.y, t: clock, banks: s.banks });
		wall.hit = 1;
		for (var i = 0; i < 7; i++) {
			var turn = (Math.random() - 0.5) * 2.2, c = Math.cos(turn), n = Math.sin(turn), v = 60 + Math.random() * 190;
			sparks.push({ x: s.x, y: s.y, vx: (s.vx * c - s.vy * n) * v, vy: (s.vx * n + s.vy * c) * v, life: 1, colour: heat(s.banks) });
		}
	}

	function move(dt) {
		clock += dt;
		ships.forEach(function (p) {
			p.x = p.homeX + Math.cos(clock * 0.6 + p.phase) * 12;
			p.y = p.homeY + Math.sin(clock * 0.8 + p.phase) * 18;
			p.aim = p.home + Math.sin(clock * 0.45 + p.phase) * 0.9;
			p.wait -= dt;
			if (p.wait < 0) {
				p.wait = FIRE_SECONDS;
				shots.push(shotFrom(p));
			}
		});
		shots = shots.filter(function (s) {
			s.age += dt;
			s.trail.push({ x: s.x, y: s.y, t: clock, banks: s.banks });
			fly(s, SHOT_SPEED * dt, bank);
			while (s.trail.length && s.trail[0].t < clock - TRAIL_SECONDS) { s.trail.shift(); }
			return s.age < SHOT_SECONDS && s.banks <= MAX_BANKS;
		});
		sparks = sparks.filter(function (p) {
			p.x += p.vx * dt;
			p.y += p.vy * dt;
			p.life -= dt * 2.6;
			return p.life > 0;
		});
		walls.forEach(function (w) { w.hit = Math.max(0, w.hit - dt * 3); });
	}

	// ---- the picture

	function drawShip(p) {
		var c = Math.cos(p.aim), s = Math.sin(p.aim), shape = [[14, 0], [-9, 9], [-4, 0], [-9, -9]];
		for (var i = 0; i < 4; i++) {
			var a = shape[i], b = shape[(i + 1) % 4];
			light.line(ctx, p.x + a[0] * c - a[1] * s, p.y + a[0] * s + a[1] * c, p.x + b[0] * c - b[1] * s, p.y + b[0] * s + b[1] * c, p.colour, 1.5, 0.9);
		}
		// The aim line reaches just past its first bank, as in the game.
		var way = shotFrom(p), x = way.x, y = way.y;
		ctx.setLineDash([3, 9]);
		ctx.strokeStyle = 'rgba(' + p.colour + ',.28)';
		ctx.lineWidth = 1;
		ctx.beginPath();
		ctx.moveTo(x, y);
		fly(way, 900, function (s) {
			ctx.lineTo(s.x, s.y);
			ctx.lineTo(s.x + s.vx * 46, s.y + s.vy * 46);
			s.banks = MAX_BANKS + 1;
		});
		ctx.stroke();
		ctx.setLineDash([]);
	}

	function begin() {
		ctx.setTransform(1, 0, 0, 1, 0, 0);
		ctx.globalCompositeOperation = 'source-over';
		ctx.drawImage(back, 0, 0);
		ctx.setTransform(density, 0, 0, density, 0, 0);
		ctx.globalCompositeOperation = 'lighter';
		ctx.lineCap = 'round';
	}

	function draw() {
		begin();
		walls.forEach(function (w) {
			if (w.hit > 0) { light.line(ctx, w.ax, w.ay, w.ax + w.dx, w.ay + w.dy, w.colour, 2.2, w.hit * 0.8); }
		});
		ships.forEach(drawShip);
		shots.forEach(function (s) {
			var from = s.trail[0];
			for (var i = 1; i <= s.trail.length; i++) {
				var to = s.trail[i] || s, left = 1 - (clock - from.t) / TRAIL_SECONDS;
				light.line(ctx, from.x, from.y, to.x, to.y, heat(from.banks), 1.2 + from.banks * 0.35, Math.max(0, left * left));
				from = to;
			}
			ctx.fillStyle = 'rgb(' + heat(s.banks) + ')';
			ctx.beginPath();
			ctx.arc(s.x, s.y, 2 + s.banks * 0.4, 0, 7);
			ctx.fill();
		});
		sparks.forEach(function (p) {
			light.line(ctx, p.x, p.y, p.x - p.vx * 0.03, p.y - p.vy * 0.03, p.colour, 1, p.life);
		});
	}

	// The still picture: each shot's whole way, hotter after every bank.
	function drawStill() {
		begin();
		ships.forEach(function (p) {
			drawShip(p);
			var s = shotFrom(p), x = s.x, y = s.y, banks = 0;
			function leg(end) {
				light.line(ctx, x, y, end.x, end.y, heat(banks), 1.2 + banks * 0.35, 0.7);
				x = end.x;
				y = end.y;
				banks = end.banks;
			}
			fly(s, 1500, leg);
			leg(s);
		});
	}

	function tick(now) {
		frame = requestAnimationFrame(tick);
		move(Math.min(0.25, Math.max(0, (now - then) / 1000)));
		then = now;
		draw();
	}

	function lay() {
		build();
		if (still.matches) { drawStill(); }
	}

	window.bankshotArena = {
		start: function (onCanvas, aroundPanel) {
			window.bankshotArena.stop();
			canvas = onCanvas;
			panel = aroundPanel;
			ctx = canvas.getContext('2d', { alpha: false });
			if (!ctx) { return; }
			lay();
			window.addEventListener('resize', lay);
			if (window.ResizeObserver) {
				observer = new ResizeObserver(lay);
				observer.observe(panel);
			}
			if (!still.matches) {
				then = performance.now();
				frame = requestAnimationFrame(tick);
			}
		},
		stop: function () {
			cancelAnimationFrame(frame);
			window.removeEventListener('resize', lay);
			if (observer) { observer.disconnect(); }
			observer = null;
		}
	};
})();
