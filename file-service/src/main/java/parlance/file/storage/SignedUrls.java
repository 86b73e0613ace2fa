package parlance.file.storage;

import io.quarkiverse.amazon.common.AmazonClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import parlance.file.stored.StoredFile;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** URLs that let whoever has them do one thing with one file, for some time. No call is made. */
@Singleton
public final class SignedUrls {

    private final S3Presigner presigner;
    private final StorageConfig storage;

    SignedUrls(@AmazonClient("public") S3Presigner presigner, StorageConfig storage) {
        this.presigner = presigner;
        this.storage = storage;
    }

    /** To PUT exactly as many bytes as the file was created with, of the same content type. */
    public String upload(StoredFile file, Duration life) {
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
    public String download(StoredFile file, Duration life) {
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
