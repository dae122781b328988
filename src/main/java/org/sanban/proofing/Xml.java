package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Short words for the elements of a Word file; prefixes do not matter. */
final class Xml {

    private Xml() {}

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static @Nullable Element child(@Nullable Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            at = at == null ? null : children(at).stream().filter(child -> child.getLocalName().equals(name)).findFirst().orElse(null);
        }
        return at;
    }

    /** The attribute {@code name} of a descendant; null where either is missing. */
    static @Nullable String value(@Nullable Element parent, String name, String... path) {
        Element element = child(parent, path);
        if (element == null) {
            return null;
        }
        for (int n = 0; n < element.getAttributes().getLength(); n++) {
            Node attribute = element.getAttributes().item(n);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return null;
    }

    static int number(@Nullable Element parent, int otherwise, String... path) {
        String written = value(parent, "val", path);
        return written != null && written.matches("\\d{1,6}") ? Integer.parseInt(written) : otherwise;
    }

    /** Is a property switched on? Present without a value means yes. */
    static boolean on(@Nullable Element parent, String... path) {
        String written = value(parent, "val", path);
        return child(parent, path) != null && (written == null || !List.of("0", "false", "off").contains(written));
    }
}
