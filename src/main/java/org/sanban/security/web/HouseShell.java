package org.sanban.security.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Assets;
import org.sanban.pages.Navigation;
import org.sanban.pages.Shell;
import org.sanban.pages.Shells;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What stands around each page: made from who is signed in, the language of the browser, and the lines the modules contribute. */
@Component
class HouseShell implements Shells {

    private static final int BELOW_THE_RULE = 100;
    private static final String NAME = HouseShell.class.getName();

    private final PresentActor present;
    private final Directory directory;
    private final MessageSource messages;
    private final Assets assets;
    private final List<Navigation> navigation;
    private final WaitingCounts counts;

    HouseShell(
            PresentActor present, Directory directory, MessageSource messages, Assets assets,
            ObjectProvider<Navigation> navigation, WaitingCounts counts) {
        this.present = present;
        this.directory = directory;
        this.messages = messages;
        this.assets = assets;
        this.navigation = navigation.stream().sorted(Comparator.comparingInt(Navigation::order)).toList();
        this.counts = counts;
    }

    @Override
    public Shell of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Shell made) {
            return made;
        }
        Optional<Actor> actor = present.of(request);
        String path = path(request);
        Shell shell = new Shell(
                new Texts(messages, RequestContextUtils.getLocale(request)),
                actor.map(this::person).orElse(null),
                actor.map(a -> entries(a, path)).orElse(List.of()),
                csrf(request),
                path,
                assets.version());
        request.setAttribute(NAME, shell);
        return shell;
    }

    private Shell.Person person(Actor actor) {
        return new Shell.Person(
                actor.id(), actor.name(), directory.person(actor.id()).map(Directory.Entry::post).orElse(""));
    }

    private List<Shell.Entry> entries(Actor actor, String path) {
        List<Navigation> seen = navigation.stream().filter(line -> line.right() == null || actor.may(line.right())).toList();
        Map<String, WaitingCounts.Count> waiting = counts.of(seen, actor.id());
        return seen.stream().map(line -> entry(line, waiting.getOrDefault(line.href(), WaitingCounts.Count.NONE), path)).toList();
    }

    private static Shell.Entry entry(Navigation line, WaitingCounts.Count waiting, String path) {
        return new Shell.Entry(line.key(), line.href(), isOn(line, path), line.order() >= BELOW_THE_RULE, waiting.shown(), waiting.hot(), line.letter());
    }

    private static boolean isOn(Navigation line, String path) {
        return line.prefixes().stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/") || path.startsWith(p + "?"));
    }

    /** The address asked for, also while an error is answered; with its query where it was read. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return request.getMethod().equals("GET") && failed == null && request.getQueryString() != null
                ? path + "?" + request.getQueryString()
                : path;
    }

    private static Shell.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
    }
}
