package parlance.file.download;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.FileId;
import parlance.file.FilesConfig;
import parlance.file.metadata.FileMetadata;
import parlance.file.metadata.FileMetadata.Link;
import parlance.file.metadata.FileMetadataStore;
import parlance.file.metadata.SignedUrlStore;
import parlance.file.metadata.SignedUrlStore.Renewal;
import parlance.file.storage.SignedUrls;

/**
 * The download URLs of files. All clients get the same URL until a tenth of its life is left, so
 * that they can cache the bytes by URL.
 */
@Singleton
public final class DownloadUrls {

    private static final int TENTHS = 10;

    private final SignedUrls urls;
    private final FileMetadataStore files;
    private final SignedUrlStore links;
    private final FilesConfig config;
    private final Clock clock;
    private final Counter signed;
    private final Counter repeated;

    DownloadUrls(
            SignedUrls urls,
            FileMetadataStore files,
            SignedUrlStore links,
            FilesConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.urls = urls;
        this.files = files;
        this.links = links;
        this.config = config;
        this.clock = clock;
        this.signed = metrics.counter("parlance_files_urls", "source", "signed");
        this.repeated = metrics.counter("parlance_files_urls", "source", "repeated");
    }

    /** Under the same names as the files; without those that have vanished meanwhile. */
    public Map<FileId, String> of(Map<FileId, FileMetadata> named) {
        var outdated = named.values().stream().distinct().filter(file -> !lasts(file)).toList();
        var renewed = renew(outdated);
        signed.increment(outdated.size());
        repeated.increment(named.size() - outdated.size());
        var found = new HashMap<FileId, String>();
        named.forEach((name, file) -> {
            var link = lasts(file) ? file.link() : renewed.get(file.id());
            if (link != null) {
                found.put(name, link.url());
            }
        });
        return found;
    }

    private boolean lasts(FileMetadata file) {
        var link = file.link();
        if (link == null || !link.signer().equals(urls.signer())) {
            return false;
        }
        var life = Duration.between(link.signedAt(), link.goodUntil());
        return !clock.instant().isAfter(link.goodUntil().minus(life.dividedBy(TENTHS)));
    }

    /**
     * Of two replicas that sign at the same time, one stores its URL, and both give out that one.
     */
    private Map<FileId, Link> renew(List<FileMetadata> outdated) {
        if (outdated.isEmpty()) {
            return Map.of();
        }
        var renewals =
                outdated.stream()
                        .map(file -> new Renewal(file.id(), file.link(), sign(file)))
                        .toList();
        return links.replace(renewals)
                ? renewals.stream().collect(toMap(Renewal::fileId, Renewal::link))
                : linksOf(files.find(outdated.stream().map(FileMetadata::id).toList()));
    }

    private Link sign(FileMetadata file) {
        var life = config.downloadUrlTtl();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Link(urls.download(file, life), now, now.plus(life), urls.signer());
    }

    private static Map<FileId, Link> linksOf(Collection<FileMetadata> stored) {
        var links = new HashMap<FileId, Link>();
        stored.forEach(file -> links.put(file.id(), file.link()));
        return links;
    }
}
