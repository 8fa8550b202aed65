// What browsers lack, or the engine trips over, put right before the game starts.
(function () {
	'use strict';

	// The engine knows touchstart, touchmove and touchend. A gesture of the
	// system ends a touch with touchcancel, which would leave a stick pressed.
	function listOf(touches) {
		return Array.prototype.slice.call(touches);
	}

	function touchEndLike(e) {
		var lists = {
			touches: listOf(e.touches),
			targetTouches: listOf(e.targetTouches),
			changedTouches: listOf(e.changedTouches)
		};
		try {
			return new TouchEvent('touchend', {
				bubbles: true, cancelable: true,
				touches: lists.touches, targetTouches: lists.targetTouches, changedTouches: lists.changedTouches
			});
		} catch (old) { // a browser whose TouchEvent cannot be constructed
			var end = new Event('touchend', { bubbles: true, cancelable: true });
			Object.keys(lists).forEach(function (name) {
				lists[name].item = function (i) { return lists[name][i]; };
				Object.defineProperty(end, name, { value: lists[name] });
			});
			return end;
		}
	}

	document.addEventListener('touchcancel', function (e) {
		if (e.target && e.target.nodeName === 'CANVAS') {
			e.target.dispatchEvent(touchEndLike(e));
		}
	}, true);

	// The engine calls requestFullscreen without asking whether there is one.
	var element = window.Element && Element.prototype;
	if (element && !element.requestFullscreen && !element.webkitRequestFullscreen) {
		element.requestFullscreen = function () {};
	}

	// The engine appends a viewport of its own, which would undo ours: no
	// zooming by a double tap, and the whole screen, notch included.
	if (window.MutationObserver) {
		new MutationObserver(function () {
			var metas = document.querySelectorAll('meta[name=viewport]');
			for (var i = 1; i < metas.length; i++) {
				metas[i].parentNode.removeChild(metas[i]);
			}
		}).observe(document.head, { childList: true });
	}

	// iOS zooms by pinching whatever the viewport says.
	document.addEventListener('gesturestart', function (e) { e.preventDefault(); });
})();
