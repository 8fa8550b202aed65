// Run in every document of the page under test. It watches the page from outside of the game: what the browser tells it,
// what goes over its sockets, what each of its frames shows. All times are the page's own, in milliseconds.
//
//	watchReturn(from, ticks, anew)  begins to wait for the moment from which a return counts. What is known of that many
//	                                ticks from now is of the absence; anew: so is what comes over the connection there is
//	returned                        a promise of {frames, marks}: every frame since that moment, up to the one that shows
//	                                the ship flown by its person, as the server has it; and when what happened first
(() => {
	'use strict';
	let watch = null, ready;

	// A frame is looked at when the game has drawn it.
	const frame = window.requestAnimationFrame.bind(window);
	window.requestAnimationFrame = f => frame(at => {
		f(at);
		if (watch) { watch.frame(); }
	});

	Object.defineProperty(window, 'bankshotReady', {
		configurable: true,
		set(f) { ready = f; },
		get() {
			return () => {
				if (watch) { watch.begin('ready'); }
				ready();
			};
		},
	});

	const mark = name => { if (watch) { watch.mark(name); } };
	let newest = 0;
	const Native = window.WebSocket;
	window.WebSocket = function (...args) {
		const socket = new Native(...args), number = ++newest, send = socket.send.bind(socket);
		mark('dialled');
		socket.addEventListener('open', () => mark('open'));
		socket.addEventListener('message', () => {
			alive();
			mark('heard');
		});
		socket.addEventListener('close', () => {
			if (watch && number === newest) { watch.begin('closed'); }
		});
		socket.send = data => {
			mark('told');
			send(data);
		};
		return socket;
	};

	// A computer that slept is awake again when anything at all runs.
	const sleptMS = 2000;
	let last = performance.now();
	const alive = () => {
		const now = performance.now();
		if (watch && now - last > sleptMS) { watch.begin('awake'); }
		last = now;
	};
	const beat = () => {
		alive();
		frame(beat);
	};
	beat();
	setInterval(alive, 50);

	document.addEventListener('visibilitychange', () => {
		if (watch && document.visibilityState === 'visible') { watch.begin('shown'); }
	});
	window.addEventListener('online', () => { if (watch) { watch.begin('online'); } });

	window.watchReturn = (from, ticks, anew) => {
		const was = window.bankshot && window.bankshot.state();
		const connections = anew && was ? was.stats.connections : 0;
		let beyond = was ? was.known + ticks : 0;
		const frames = [], marks = {};
		let since = null, done;
		window.returned = new Promise(f => { done = f; });
		watch = {
			begin(what) {
				if (what === from && since === null) { since = performance.now(); }
			},
			mark(name) {
				if (since !== null && !(name in marks)) { marks[name] = performance.now() - since; }
			},
			frame() {
				if (since === null || !window.bankshot) { return; }
				const s = window.bankshot.state(), ms = performance.now() - since;
				frames.push({ms, tick: s.tick, known: s.known, flown: s.flown, ship: s.ship, held: s.connection.state, margin: s.stats.marginTicks});
				if (!('heard' in marks)) { beyond = Math.max(beyond, s.known); } // it has waited here
				const told = s.known > beyond && s.flown && s.stats.connections > connections;
				const drawn = s.ready && s.ship && !s.ship.pilot && Math.abs(s.tick - s.known) < 60;
				if (told && drawn && s.connection.state === 'open' && s.connection.presence === 'here') {
					watch = null;
					done(JSON.stringify({frames, marks}));
				}
			},
		};
	};
	if (sessionStorage.getItem('test.reloading')) {
		sessionStorage.removeItem('test.reloading');
		window.watchReturn('ready', 0, false);
	}
})();
