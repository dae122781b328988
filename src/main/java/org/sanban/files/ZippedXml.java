package org.sanban.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sanban.files.ExtractedText.Examined;
import org.sanban.files.Passage.Place;

/** The text of DOCX, XLSX, PPTX and OFD: zips of XML. Entities are not resolved, sizes are counted while unpacking. */
final class ZippedXml {

    /** Ends of these elements end a line: paragraphs, shared strings and cells, table rows, OFD text objects, properties. */
    private static final Set<String> LINES = Set.of(
            "p", "br", "si", "is", "tr", "TextObject", "title", "subject", "keywords", "category", "description",
            "creator", "contentStatus", "lpwstr", "Title", "Subject", "Abstract", "Keyword", "CustomData", "Company");
    private static final Pattern TEXT = Pattern.compile(
            "word/.+\\.xml|xl/(?:sharedstrings|worksheets/.+|comments.*)\\.xml|ppt/(?:slides|notesslides|slidemasters|slidelayouts|comments)/.+\\.xml"
                    + "|docprops/.+\\.xml|ofd\\.xml|doc_\\d+/.+\\.xml");
    private static final Pattern HEADER = Pattern.compile(
            "word/(?:header|footer).*|ppt/slidemasters/.+|ppt/slidelayouts/.+|doc_\\d+/(?:tpls|annots|signs)/.+|xl/drawings/.+");

    private ZippedXml() {}

    static ExtractedText read(Path file, long limit) throws IOException {
        List<Passage> passages = new ArrayList<>();
        long left = limit;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (!TEXT.matcher(name).matches()) {
                    continue;
                }
                try (Counted in = new Counted(zip.getInputStream(entry), left)) {
                    passages.add(new Passage(place(name), text(in)));
                    left -= in.read;
                }
            }
        }
        return new ExtractedText(passages, null, Examined.FULLY);
    }

    private static Place place(String name) {
        return name.startsWith("docprops/") || name.equals("ofd.xml") ? Place.METADATA
                : HEADER.matcher(name).matches() ? Place.HEADER : Place.BODY;
    }

    private static String text(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> text.append(LINES.contains(xml.getLocalName()) ? "\n" : "");
                    default -> { }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("damaged XML", e);
        }
        return text.toString();
    }

    private static final class Counted extends FilterInputStream {
        private final long limit;
        private long read;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) {
            read += n;
            ZipLimits.refuseIf(read > limit);
        }
    }
}
