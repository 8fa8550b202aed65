// Package tricks answers for the daily trick shot: what it is, and who played it how well.
//
//	GET  /api/v1/tricks/DATE          the challenge (Challenge): its arena, cannon, targets
//	POST /api/v1/tricks/DATE          a try (Try): its name, device and aims; answered by what came of it (Standing)
//	GET  /api/v1/tricks/DATE/scores   the best 20, and how many people made how much (Scores)
//
// DATE is 2026-01-01 at the earliest and tomorrow at the latest, for it is tomorrow somewhere already; "today" is today's
// in UTC. Everything is JSON, errors too: {"error": "..."}.
//
//	POST ─ decode ─▶ aims ─ trick.Play ─▶ score ─▶ book of the day ─▶ DATA/tricks/DATE.json
//
// Nobody is believed a score: the server plays the aims by the same rules, and a client that says it made another one is
// told so. A book keeps the best try of each name on each device, a thousand a day, and is written whole to a new file that
// takes the old one's name, so that no crash leaves half of it. A file that cannot be read is put aside, named in the log,
// and the day begins anew. Books are in memory while they are used, a few at a time.
//
// The gateway serves the handler and bounds how often an address may post; the package knows no sockets and no rooms.
package tricks
