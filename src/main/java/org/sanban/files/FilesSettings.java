package org.sanban.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an office decides about files ({@code sanban.files.*}).
 *
 * @param directory where contents lie; back it up together with the database
 * @param maxSize of one file; the same value bounds the request (application.yaml)
 * @param reserve free space below which nothing more is taken in
 * @param allowed types that are taken in, by content
 * @param zipEntries how many entries an office document may have
 * @param inflated how large its text may become when unpacked
 * @param examineFor how long the text of one file is read in search of marks of secrecy
 * @param orphansAfter age at which a content without a row is swept
 */
@ConfigurationProperties("sanban.files")
public record FilesSettings(
        @DefaultValue("var/files") Path directory,
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue({"PDF", "DOCX", "XLSX", "PPTX", "OFD", "DOC", "XLS", "PPT", "PNG", "JPEG", "TIFF", "TXT"})
                Set<FileType> allowed,
        @DefaultValue("10000") int zipEntries,
        @DefaultValue("64MB") DataSize inflated,
        @DefaultValue("20s") Duration examineFor,
        @DefaultValue("1d") Duration orphansAfter) {}
