package org.sanban.workflow.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Shell;
import org.sanban.workflow.Doing;
import org.sanban.workflow.Offer;

/** The action bar: the ways onward, the return, the rest behind one button. */
public record Bar(List<Button> onward, List<Button> back, List<Button> more) {

    /**
     * @param post done at once, without a form page
     * @param offer null where several offers of one kind are chosen from on the next page
     */
    public record Button(Doing doing, @Nullable Offer offer, String href, boolean post) {

        /** Its words: the way's own name, else the verb, with whom it concerns. */
        public String words(Shell shell) {
            if (offer == null) {
                return shell.t(doing.key());
            }
            String verb = doing == Doing.COMPLETION && offer.name() != null
                    ? resumes() ? shell.t("workflow.do.resume", offer.name().in(shell.texts().chinese())) : offer.name().in(shell.texts().chinese())
                    : shell.t(doing.key() + (doing == Doing.COMPLETION ? "." + offer.does() : ""));
            String whom = offer.behalf() != null ? shell.t("workflow.do.for", offer.behalf()) : "";
            String who = offer.who().isEmpty() || doing == Doing.CORRECTION ? "" : " · " + offer.who();
            return verb + who + whom;
        }

        private boolean resumes() {
            return offer != null && "resume".equals(offer.to());
        }
    }

    static Bar of(SubjectRef subject, List<Offer> offers) {
        Map<Doing, List<Offer>> byDoing = new EnumMap<>(Doing.class);
        offers.forEach(o -> byDoing.computeIfAbsent(o.doing(), d -> new ArrayList<>()).add(o));
        Bar bar = new Bar(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byDoing.forEach((doing, all) -> {
            List<Button> into = doing == Doing.RETURN ? bar.back : all.getFirst().onward() || doing == Doing.CLAIM ? bar.onward : bar.more;
            if (all.size() == 1 || all.getFirst().onward()) {
                all.forEach(o -> into.add(button(subject, doing, o)));
            } else {
                into.add(new Button(doing, null, path(subject, doing), false));
            }
        });
        return bar;
    }

    private static Button button(SubjectRef subject, Doing doing, Offer offer) {
        StringBuilder href = new StringBuilder(path(subject, doing)).append('?');
        if (offer.task() != null) {
            href.append("task=").append(offer.task()).append('&');
        }
        if (offer.to() != null) {
            href.append("to=").append(offer.to()).append('&');
        }
        if (offer.movement() != null) {
            href.append("movement=").append(offer.movement());
        }
        return new Button(doing, offer, href.toString(), doing == Doing.CLAIM || doing == Doing.RELEASE);
    }

    /** One button for each of several offers, on the page that asks which. */
    public static List<Button> each(SubjectRef subject, List<Offer> offers) {
        return offers.stream().map(o -> button(subject, o.doing(), o)).toList();
    }

    static String path(SubjectRef subject, Doing doing) {
        return "/handlings/" + subject.kind() + "/" + subject.id() + "/" + doing.noun();
    }

    public boolean empty() {
        return onward.isEmpty() && back.isEmpty() && more.isEmpty();
    }
}
