using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Access.Certificates;
using Xunit;

namespace Simulator.Serve.Tests.Access;

public sealed class CertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CertificateAuthority _authority = CertificateAuthority.Create(Now);

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void The_user_is_the_common_name_of_a_certificate_that_the_authority_issued_to_a_client()
    {
        var clients = new ClientCertificates([_authority.Certificate]);
        using var alice = _authority.IssueClient("alice, \"the\" admin", Now);
        Assert.Equal("alice, \"the\" admin", clients.NameOf(alice.Certificate, Now));
        Assert.Null(clients.NameOf(alice.Certificate, Now.AddYears(2)));
        Assert.Null(clients.NameOf(alice.Certificate, Now.AddDays(-1)));
        using var server = _authority.IssueServer(["localhost"], Now);
        Assert.Null(clients.NameOf(server.Certificate, Now));
    }

    [Fact]
    public void A_forged_certificate_names_nobody()
    {
        var clients = new ClientCertificates([_authority.Certificate]);
        using var other = CertificateAuthority.Create(Now);
        using var forged = other.IssueClient("admin", Now);
        Assert.Null(clients.NameOf(forged.Certificate, Now));
        using var key = ECDsa.Create();
        using var own = new CertificateRequest("CN=admin", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now, Now.AddDays(1));
        Assert.Null(clients.NameOf(own, Now));
    }

    [Fact]
    public void A_client_does_not_sign_further_certificates()
    {
        using var alice = _authority.IssueClient("alice", Now);
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=admin", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], false));
        var generator = X509SignatureGenerator.CreateForECDsa(alice.Certificate.GetECDsaPrivateKey()!);
        using var signed = request.Create(alice.Certificate.SubjectName, generator, Now, Now.AddDays(1), [1, 2, 3]);
        Assert.Null(new ClientCertificates([_authority.Certificate, alice.Certificate]).NameOf(signed, Now));
    }

    [Fact]
    public void The_server_is_reached_by_its_names_and_addresses()
    {
        using var server = _authority.IssueServer(["localhost", "127.0.0.1", "::1"], Now);
        Assert.True(server.Certificate.MatchesHostname("localhost"));
        Assert.True(server.Certificate.MatchesHostname("127.0.0.1"));
        Assert.True(server.Certificate.MatchesHostname("::1"));
        Assert.False(server.Certificate.MatchesHostname("example.com"));
    }

    [Fact]
    public void A_kubeconfig_holds_a_context_for_each_cluster_and_the_credentials()
    {
        using var client = _authority.IssueClient("admin", Now);
        var text = Kubeconfig.Write(
            [("east", "https://127.0.0.1:6443"), ("west", "https://127.0.0.1:6444")], "admin",
            _authority.Certificate.ExportCertificatePem(), client);
        Assert.True(Kubeconfig.IsOwn(text));
        var config = JsonNode.Parse(text[text.IndexOf('\n', StringComparison.Ordinal)..])!;
        Assert.Equal("east", (string?)config["current-context"]);
        Assert.Equal("https://127.0.0.1:6444", (string?)config["clusters"]![1]!["cluster"]!["server"]);
        Assert.Equal("west", (string?)config["contexts"]![1]!["context"]!["cluster"]);
        var user = config["users"]![0]!["user"]!;
        using var read = X509Certificate2.CreateFromPem(Decoded(user["client-certificate-data"]), Decoded(user["client-key-data"]));
        Assert.Equal("admin", new ClientCertificates([_authority.Certificate]).NameOf(read, Now));
    }

    [Fact]
    public void A_private_file_is_its_owners_alone()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(path, "open to all");
        PrivateFile.Write(path, "hush");
        Assert.Equal("hush", File.ReadAllText(path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private static string Decoded(JsonNode? data) => Encoding.UTF8.GetString(Convert.FromBase64String((string)data!));
}
