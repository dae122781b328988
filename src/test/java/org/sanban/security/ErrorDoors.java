package org.sanban.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sanban.people.Actor;

/** Every door through which something of an error could be seen, walked through as one person: pages, lists, workbooks, search, notices, API, trail. */
final class ErrorDoors {

    /** @param door path; {@code answer} what stood behind it */
    record Found(String door, Wanderer.Answer answer) {

        /** Is it about errors, so that a name on it is said of one? */
        boolean aboutErrors() {
            return door.contains("errors") || door.contains("subject=error") || door.contains("error/");
        }
    }

    private final int port;
    private final Tokens tokens;

    ErrorDoors(int port, Tokens tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    /** @param id of the error; {@code asked} what is searched for */
    List<Found> all(long id, String code, Actor by, java.time.Instant at, String... asked) {
        Wanderer visitor = new Wanderer(port).loggedIn(code.toLowerCase(Locale.ROOT), DoorTest.DEMO);
        String token = tokens.create(by, "matrix", true, 30, at);
        List<String> pages = new ArrayList<>(List.of(
                "/errors/" + id, "/errors.xlsx", "/errors?mine=true", "/handlings/panel?subject=error/" + id, "/tray/preview?subject=error/" + id, "/notices", "/tray",
                "/supervision/list?figure=OPEN", "/supervision/list.xlsx?figure=OPEN", "/admin/audit?q=error", "/admin/audit", "/me/figures", "/go?subject=error/" + id,
                "/reports/errors/list?figure=ALL&period=five-years", "/reports/errors/list.xlsx?figure=ALL&period=five-years", "/reports/errors/list?figure=UNCONFIRMED&period=five-years", "/reports/errors/list.xlsx?figure=UNCONFIRMED&period=five-years"));
        List<String> calls = new ArrayList<>(List.of(
                "/api/errors", "/api/errors/" + id, "/api/errors?mine=true", "/api/handlings/error/" + id, "/api/audit", "/api/reports/errors/list?figure=ALL&period=five-years", "/api/reports/errors/list?figure=UNCONFIRMED&period=five-years"));
        for (String words : asked) {
            pages.addAll(List.of("/errors?q=" + Wanderer.encoded(words), "/search?q=" + Wanderer.encoded(words), "/palette?q=" + Wanderer.encoded(words)));
            calls.add("/api/search?q=" + Wanderer.encoded(words));
        }
        List<Found> found = new ArrayList<>();
        pages.forEach(path -> found.add(new Found(path, visitor.send("GET", path, null, ""))));
        calls.forEach(path -> found.add(new Found(path, visitor.call("GET", path, token, null, new byte[0]))));
        return found;
    }

    /** The doors behind which one of the words stands, without those that only say again what was searched for. */
    static List<String> saying(List<Found> found, List<String> words) {
        return found.stream().filter(f -> words.stream().anyMatch(f.answer().text()::contains)).map(Found::door).toList();
    }
}
