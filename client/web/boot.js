// From the server's status to the game's first frame.
//
//	status -> download -> instantiate -> run -> bankshotReady()
//
// Whatever goes wrong on the way is said in words, with what to do about it.
(function () {
	'use strict';

	var POLL_MS = 500, LOST_POLL_MS = 2000, DOWNLOAD_TRIES = 3;
	// Shares of the whole build; compiling is nearly all of it.
	var STEP_SHARES = [0.02, 0.06, 0.86, 0.06];
	// The game's last words, for the report when it stops.
	var LAST_WORDS_CHARS = 4000;

	function byId(id) { return document.getElementById(id); }
	var loader = byId('loader'), panel = byId('panel');
	var over = false;     // a message that ends the attempt is on screen
	var running = false;  // Go's main has begun
	var lastWords = '';

	// What the page tells the game.
	var path = /^\/r\/([A-Za-z0-9-]{1,32})$/.exec(location.pathname);
	var date = /^\/d\/([a-z0-9-]{1,10})$/.exec(location.pathname);
	var replay = /^\/p\/([0-9-]{10}\/[A-Za-z0-9_-]{1,60})$/.exec(location.pathname);
	if (replay) {
		// Another moment of it, typed into the address bar, loads no page by itself.
		window.addEventListener('hashchange', function () {
			if (/^\/p\//.test(location.pathname)) { location.reload(); }
		});
	}
	window.bankshotConfig = {
		room: path ? path[1] : '',
		trick: date ? date[1] : '',
		replay: replay ? replay[1] + (/^#t=\d{1,10}$/.test(location.hash) ? location.hash : '') : '',
		range: location.pathname === '/range',
		debug: /[?&]debug=1(&|$)/.test(location.search)
	};

	// What the game tells the page.
	window.bankshotReady = function () {
		if (over) { return; }
		loader.classList.add('leaving');
		setTimeout(function () {
			if (over) { return; }
			loader.hidden = true;
			window.bankshotArena.stop();
		}, 500);
		var canvas = document.querySelector('body > canvas');
		if (canvas) { canvas.focus(); }
	};

	// ---- what the loader shows

	function show(doing, share, detail) {
		if (over) { return; }
		var bar = byId('bar'), known = typeof share === 'number';
		bar.classList.toggle('unknown', !known);
		if (known) {
			share = Math.max(0, Math.min(1, share));
			byId('fill').style.transform = 'scaleX(' + share.toFixed(4) + ')';
			bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
		} else {
			byId('fill').style.transform = '';
			bar.removeAttribute('aria-valuenow');
		}
		write('doing', doing);
		write('detail', detail || '');
	}

	// write leaves equal text alone, so that screen readers hear only news.
	function write(id, text) {
		var el = byId(id);
		if (el.textContent !== text) { el.textContent = text; }
	}

	// tell ends the attempt with a message. Only the first one is kept: what
	// fails later usually fails because of it.
	function tell(summary, advice, error, button) {
		if (over) { return; }
		over = true;
		write('summary', summary);
		write('error', (error || '').trim());
		byId('error').hidden = !byId('error').textContent;
		var list = byId('advice');
		list.textContent = '';
		(advice || []).forEach(function (line) {
			var li = document.createElement('li');
			li.textContent = line.replace('ORIGIN', location.origin);
			list.appendChild(li);
		});
		byId('work').hidden = true;
		byId('message').hidden = false;
		byId('retry').textContent = button || 'Try again';
		panel.classList.add('telling');
		loader.hidden = false;
		loader.classList.remove('leaving');
		window.bankshotArena.start(byId('arena'), panel);
		byId('retry').focus();
	}

	byId('retry').addEventListener('click', function () { location.reload(); });

	// ---- what the browser must have

	function unsupported() {
		if (typeof WebAssembly !== 'object' || !WebAssembly.instantiate || !window.fetch || !window.Promise) {
			tell('This browser cannot run Bankshot: WebAssembly is missing.', [
				'Use a current Firefox, Chrome, Edge or Safari.',
				'Lockdown modes and some company policies switch WebAssembly off; allow it for this page.',
				'Or play in a window of its own: go run ./client -server ORIGIN'
			]);
			return true;
		}
		var gl = null;
		try { gl = document.createElement('canvas').getContext('webgl2'); } catch (refused) { gl = null; }
		if (!gl) {
			tell('This browser cannot draw Bankshot: WebGL 2 is missing.', [
				'Switch hardware acceleration on in the browser\u2019s settings and restart it.',
				'Update the browser and the graphics driver.',
				'Or play in a window of its own: go run ./client -server ORIGIN'
			]);
			return true;
		}
		// Browsers keep few contexts alive; the game shall not pay for the test.
		var lose = gl.getExtension('WEBGL_lose_context');
		if (lose) { lose.loseContext(); }
		return false;
	}

	// ---- the server's status

	function later(ms) {
		return new Promise(function (resolve) { setTimeout(resolve, ms); });
	}

	function askStatus() {
		return fetch('/web/status', { cache: 'no-store' }).then(function (answer) {
			if (!answer.ok) { throw new Error('status ' + answer.status); }
			return answer.json();
		});
	}

	// ready resolves with the status once the client can be fetched, and never
	// when it cannot: then a message stands on the page.
	function ready(status) {
		if (status && status.state === 'ready') { return Promise.resolve(status); }
		if (status && status.state !== 'building') {
			tell(status.summary, status.advice, status.error);
			return new Promise(function () {});
		}
		if (status) { showBuild(status); }
		return later(status ? POLL_MS : LOST_POLL_MS).then(askStatus).catch(function () {
			show('Waiting for the server', null, 'It does not answer. This page keeps asking.');
			return null;
		}).then(ready);
	}

	function showBuild(status) {
		var share = 0;
		for (var i = 0; i < status.step; i++) { share += STEP_SHARES[i] || 0; }
		share += (STEP_SHARES[status.step] || 0) * status.progress;
		var doing = 'Building the game \u00b7 ' + (status.steps || [])[status.step];
		if (status.progress > 0) { doing += ' ' + Math.round(status.progress * 100) + '\u00a0%'; }
		show(doing, status.progress > 0 ? share : null,
			status.detail || 'The first start takes a minute or two.');
	}

	// ---- the download

	function script(url) {
		return new Promise(function (resolve, reject) {
			var el = document.createElement('script');
			el.src = url;
			el.onload = resolve;
			el.onerror = function () { reject(new Error('could not load ' + url)); };
			document.head.appendChild(el);
		});
	}

	// count reads a copy of the answer for the progress bar. The original stays
	// as the network gave it, so that the browser may keep its compiled code.
	function count(answer, total) {
		if (!answer.body || !answer.body.getReader) { return; }
		var reader = answer.clone().body.getReader(), got = 0;
		function next(part) {
			if (part.done) {
				show('Starting', 1, '');
				return;
			}
			got += part.value.length;
			show('Loading the game \u00b7 ' + Math.min(100, Math.round(got / total * 100)) + '\u00a0%', got / total, '');
			return reader.read().then(next);
		}
		reader.read().then(next).catch(function () {}); // the original reports the same failure
	}

	function instantiate(status, imports, plainly) {
		return fetch(status.wasm_url).then(function (answer) {
			if (!answer.ok) { throw new Error(status.wasm_url + ': status ' + answer.status); }
			count(answer, status.wasm_bytes);
			if (WebAssembly.instantiateStreaming && !plainly) {
				return WebAssembly.instantiateStreaming(answer, imports);
			}
			return answer.arrayBuffer().then(function (bytes) { return WebAssembly.instantiate(bytes, imports); });
		});
	}

	// load fetches the game, again if need be: the server may have been started
	// anew with another build meanwhile, whose name only the status knows.
	function load(status, attempt) {
		var go;
		return (window.Go ? Promise.resolve() : script(status.exec_url)).then(function () {
			go = new window.Go();
			return instantiate(status, go.importObject, attempt > 0);
		}).then(function (result) {
			return { go: go, instance: result.instance };
		}).catch(function (err) {
			if (attempt + 1 >= DOWNLOAD_TRIES) { throw err; }
			show('Loading the game', null, 'That did not work; trying again.');
			return later(1000 * (attempt + 1)).then(askStatus).catch(function () { return null; })
				.then(ready).then(function (fresh) { return load(fresh, attempt + 1); });
		});
	}

	// ---- the game

	function listen() {
		var write = window.fs.writeSync, decoder = new TextDecoder();
		window.fs.writeSync = function (fd, bytes) {
			lastWords = (lastWords + decoder.decode(bytes)).slice(-LAST_WORDS_CHARS);
			return write.call(window.fs, fd, bytes);
		};
	}

	function stopped(err) {
		var text = err ? String(err && err.stack || err) + '\n' : '';
		tell('The game has stopped.', ['Reload to get back into your match.'], text + lastWords, 'Reload');
	}

	function run(game) {
		listen();
		show('Starting', 1, '');
		running = true;
		window.addEventListener('error', function (e) {
			if (running && e.error instanceof WebAssembly.RuntimeError) { stopped(e.error); }
		});
		return game.go.run(game.instance).then(function () { stopped(null); }, stopped);
	}

	window.bankshotArena.start(byId('arena'), panel);
	if (unsupported()) { return; }
	show('Loading the game', null, '');
	var first = null;
	try { first = JSON.parse(document.body.getAttribute('data-status')); } catch (none) { first = null; }
	(first ? Promise.resolve(first) : askStatus().catch(function () { return null; }))
		.then(ready)
		.then(function (status) { return load(status, 0); })
		.then(run, function (err) {
			tell('The game could not be loaded.', [
				'Check the connection, then try again.',
				'If the server was just updated, trying again fetches the new version.'
			], String(err && err.message || err));
		});
})();
