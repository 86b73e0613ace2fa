package parlance.file.download;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.file.Callers.caller;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.FileId;
import parlance.file.FileServiceTest;
import parlance.file.FilesConfig;
import parlance.file.metadata.FileMetadata;
import parlance.file.metadata.FileMetadata.Link;
import parlance.file.metadata.FileMetadataStore;
import parlance.file.metadata.SignedUrlStore;
import parlance.file.metadata.SignedUrlStore.Renewal;
import parlance.file.storage.SignedUrls;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class DownloadUrlsTest extends FileServiceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject SignedUrls urls;
    @Inject FileMetadataStore files;
    @Inject SignedUrlStore links;
    @Inject FilesConfig config;
    @Inject MeterRegistry metrics;

    private final Caller ann = caller("ann");

    @Test
    void aUrlIsGivenOutUntilATenthOfItsLifeIsLeft() {
        var id = newFile();
        remember(id, new Link("https://old", NOON, NOON.plus(WEEK), urls.signer()));
        var lastMoment = NOON.plus(WEEK.multipliedBy(9).dividedBy(10));

        assertThat(urlAt(NOON, id)).isEqualTo("https://old");
        assertThat(urlAt(lastMoment, id)).isEqualTo("https://old");
        var renewed = urlAt(lastMoment.plusMillis(1), id);
        assertThat(renewed).isNotEqualTo("https://old").contains("X-Amz-Signature");
        assertThat(urlAt(lastMoment.plus(WEEK.dividedBy(2)), id)).isEqualTo(renewed);
    }

    @Test
    void aUrlThatAnotherKeySignedIsNotGivenOut() {
        var id = newFile();
        remember(id, new Link("https://old", NOON, NOON.plus(WEEK), "another server"));

        assertThat(urlAt(NOON, id)).contains("X-Amz-Signature");
    }

    @Test
    void twoWhoSignAtATimeGiveOutTheSameUrl() {
        var id = newFile();
        var before = fileOf(id);
        remember(id, new Link("https://faster", NOON, NOON.plus(WEEK), urls.signer()));

        assertThat(at(NOON).of(Map.of(id, before))).containsEntry(id, "https://faster");
    }

    @Test
    void aFileThatHasVanishedHasNoUrl() {
        var gone =
                FileMetadata.created(
                        new FileId("5e5510000000000000000001"),
                        new FileId("5e5510000000000000000002"),
                        ann.organizationId(),
                        "gone",
                        1,
                        "a/b",
                        ann.userId(),
                        NOON);
        var id = newFile();

        assertThat(at(NOON).of(Map.of(gone.id(), gone, id, fileOf(id)))).containsOnlyKeys(id);
    }

    private FileId newFile() {
        return new FileId(idOf(create(ann, "a.png", 1, "image/png")));
    }

    private void remember(FileId id, Link link) {
        assertThat(links.replace(List.of(new Renewal(id, fileOf(id).link(), link)))).isTrue();
    }

    private FileMetadata fileOf(FileId id) {
        return files.find(ann.organizationId(), Set.of(id)).get(id);
    }

    private String urlAt(Instant now, FileId id) {
        return at(now).of(Map.of(id, fileOf(id))).get(id);
    }

    private DownloadUrls at(Instant now) {
        return new DownloadUrls(
                urls, files, links, config, Clock.fixed(now, ZoneOffset.UTC), metrics);
    }
}
