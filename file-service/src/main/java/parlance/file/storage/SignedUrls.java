package parlance.file.storage;

import io.quarkiverse.amazon.common.AmazonClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import parlance.file.metadata.FileMetadata;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Presigned URLs, each of which lets its bearer upload or download one file for some time. They are
 * signed without a call to S3.
 */
@Singleton
public final class SignedUrls {

    private final S3Presigner presigner;
    private final StorageConfig storage;

    SignedUrls(@AmazonClient("public") S3Presigner presigner, StorageConfig storage) {
        this.presigner = presigner;
        this.storage = storage;
    }

    /** To PUT exactly as many bytes as the file was created with, of the same content type. */
    public String upload(FileMetadata file, Duration life) {
        return presigner
                .presignPutObject(request ->
                        request.signatureDuration(life)
                                .putObjectRequest(put ->
                                        put.bucket(storage.bucket())
                                                .key(file.key())
                                                .contentLength(file.size())
                                                .contentType(file.contentType())))
                .url()
                .toString();
    }

    /** To GET it, under its own name; a browser shows only what it can show without harm. */
    public String download(FileMetadata file, Duration life) {
        return presigner
                .presignGetObject(request ->
                        request.signatureDuration(life)
                                .getObjectRequest(get ->
                                        get.bucket(storage.bucket())
                                                .key(file.key())
                                                .responseContentType(file.contentType())
                                                .responseContentDisposition(Disposition.of(file))))
                .url()
                .toString();
    }

    /** Changes when URLs signed before may no longer lead anywhere. */
    public String signer() {
        return String.join(
                " ",
                storage.publicEndpoint().orElse("aws"),
                storage.bucket(),
                storage.accessKey().orElse("default"));
    }
}
