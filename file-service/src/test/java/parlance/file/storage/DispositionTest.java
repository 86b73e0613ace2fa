package parlance.file.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.file.metadata.FileMetadata;

class DispositionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "IMAGE/JPEG",
                "video/mp4",
                "audio/ogg; codecs=opus",
                "text/plain; charset=utf-8",
                "application/pdf"
            })
    void whatRunsNoScriptIsShown(String contentType) {
        assertThat(Disposition.of(file("a", contentType))).startsWith("inline;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "Text/HTML; charset=utf-8",
                "image/svg+xml",
                "IMAGE/SVG+XML ; q",
                "image/svg",
                "application/xhtml+xml",
                "text/xml",
                "application/javascript",
                "application/octet-stream",
                "image",
                "nonsense"
            })
    void everythingElseIsSaved(String contentType) {
        assertThat(Disposition.of(file("a", contentType))).startsWith("attachment;");
    }

    @Test
    void aNameCanSayNothingButItself() {
        assertThat(Disposition.of(file("ö\"; x*=\r\n1.png", "image/png")))
                .isEqualTo("inline; filename*=UTF-8''%C3%B6%22%3B%20x%2A%3D%0D%0A1.png");
    }

    private static FileMetadata file(String name, String contentType) {
        return FileMetadata.created(
                new FileId("64b7f1a2c3d4e5f607180001"),
                new FileId("64b7f1a2c3d4e5f607180002"),
                new OrganizationId("default"),
                name,
                1,
                contentType,
                new UserId("64b7f1a2c3d4e5f60718290a"),
                Instant.EPOCH);
    }
}
