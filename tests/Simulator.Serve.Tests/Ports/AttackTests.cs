using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Access.Certificates;
using Xunit;

namespace Simulator.Serve.Tests.Ports;

/// <summary>What an attacker tries at the ports of a served simulation.</summary>
public sealed class AttackTests : AttackedPort
{
    [Fact]
    public async Task Without_credentials_there_is_nothing()
    {
        Assert.Equal(0, Served.Insecure);
        string[] paths = ["/", "/api", "/healthz", "/version", "/simulator/clock", "/nowhere", "/api/v1/pods?token=adm-token"];
        foreach (var path in paths) Assert.Equal(401, await Served.Status($"GET {path}"));
        string[] forged =
        [
            "Authorization: Bearer adm-toke", "Authorization: Bearer adm-token0", "Authorization: Bearer ", "Authorization: Bearer null",
            "Authorization: adm-token", "Authorization: Basic YWRtOmFkbS10b2tlbg==", "X-Remote-User: adm", "Cookie: token=adm-token",
            "Impersonate-User: adm", "Authorization: Bearer ADM-TOKEN", "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG0ifQ.",
        ];
        foreach (var header in forged) Assert.Equal(401, await Served.Status("GET /version", header));
    }

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        string[] lines =
        [
            "POST /api/v1/namespaces", "POST /api/v1/namespaces/default/pods", "PUT /api/v1/nodes/n", "PATCH /api/v1/nodes/n",
            "DELETE /api/v1/nodes/n", "DELETE /api/v1/namespaces/default", "DELETE /api/v1/namespaces/default/pods",
            "POST /api/v1/namespaces/default/bindings", "POST /api/v1/namespaces/default/pods/p/binding",
            "POST /api/v1/namespaces/default/pods/p/exec", "GET /api/v1/namespaces/default/pods/p/exec",
            "PUT /api/v1/namespaces/d/finalize",
            "POST /apis/extensions/v1beta1/namespaces/d/deployments/x/rollback",
            "PUT /apis/extensions/v1beta1/namespaces/d/deployments/x/scale",
            "POST /apis/apps/v1/namespaces/default/deployments", "POST /apis/rbac.authorization.k8s.io/v1alpha1/clusterroles",
            "GET /api/v1/secrets", "GET /api/v1/watch/secrets", "POST /api/v1/proxy/nodes/n/x", "GET /api/v1/proxy/nodes/n/x",
            "POST /simulator/troubles", "DELETE /simulator/troubles/1", "PUT /simulator/clock", "POST /simulator/clock/pause",
            "POST /simulator/clock/step", "POST /simulator/operations", "POST /simulator/manifests",
            "POST /version", "OPTIONS /api/v1/nodes", "FOO /api/v1/nodes",
        ];
        foreach (var line in lines) Assert.Equal((line, 403), (line, await Served.Status(line, Viewer)));
        Assert.Equal(200, await Served.Status("GET /simulator/clock", Viewer));
        Assert.Equal(403, await Served.Status("GET /version", Viewer, "Impersonate-User: adm"));
    }

    [Theory]
    [InlineData("POST /api/v1/../../simulator/clock/pause")]
    [InlineData("POST /version/../simulator/clock/pause")]
    [InlineData("POST /api/v1/%2e%2e/%2e%2e/simulator/clock/pause")]
    [InlineData("POST /%2e%2e%2fsimulator/clock/pause")]
    [InlineData("POST //simulator/clock/pause")]
    [InlineData("POST /simulator%2fclock%2fpause")]
    [InlineData("POST /simulator%252fclock/pause")]
    [InlineData("POST /SIMULATOR/clock/pause")]
    [InlineData("POST /simulator/./clock/pause")]
    [InlineData("POST http://127.0.0.1/simulator/clock/pause")]
    [InlineData("GET /api/v1/namespaces/default/%73ecrets")]
    [InlineData("GET /api/v1/namespaces/default/secrets/")]
    [InlineData("GET /api/v1/namespaces/default/pods/../secrets")]
    [InlineData("GET /api/v1//namespaces/default/secrets")]
    [InlineData("GET //api/v1/namespaces/default/secrets")]
    [InlineData("GET /api/v1/namespaces/default/pods/%2e%2e/secrets")]
    [InlineData("GET /api/v1/namespaces/default%2fsecrets")]
    [InlineData("GET /api/v1/namespaces/default/pods/%252e%252e/secrets")]
    [InlineData("GET /api/v1/namespaces/default/secrets;x=1")]
    [InlineData("GET /api/v1/namespaces/default/secrets%00")]
    [InlineData("GET /api/v1/namespaces/default/Secrets")]
    [InlineData("GET /api/v1/namespaces/default/pods/p/exec/")]
    [InlineData("GET /api/v1/namespaces/default/pods/p//exec")]
    [InlineData("GET /api/v1/namespaces/default/secrets?watch=true")]
    [InlineData("GET /api/v1/proxy/namespaces/default/secrets")]
    [InlineData("GET /api/v1/namespaces/default\\secrets")]
    [InlineData("GET /api/v1/namespaces/default/secrets%")]
    public async Task Path_tricks_lead_nowhere(string line)
    {
        var status = await Served.Status(line, Viewer, "Content-Length: 0");
        Assert.Contains(status, new[] { 301, 400, 403, 404, 405 });
        var clock = await Served.Send(Served.Secure, ServedProgram.Request("GET /simulator/clock", Viewer));
        Assert.Contains("\"speed\":\"1x\"", clock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_clean_is_sent_back_as_what_it_means()
    {
        var answer = await Served.Send(Served.Secure, ServedProgram.Request("GET /api/../version/?a=<b", Admin));
        Assert.StartsWith("HTTP/1.1 301 ", answer, StringComparison.Ordinal);
        Assert.Contains("Location: /version/?a=<b\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("<a href=\"/version/?a=&lt;b\">Moved Permanently</a>.\n\n", answer, StringComparison.Ordinal);
        Assert.Equal(401, await Served.Status("GET /version/../api", "Authorization: Bearer none"));
    }

    [Fact]
    public async Task A_certificate_names_its_user_and_a_forged_one_nobody()
    {
        var config = JsonNode.Parse(string.Join('\n', File.ReadLines(Served.In("kubeconfig.yaml")).Skip(1)))!;
        Assert.Equal($"https://127.0.0.1:{Served.Secure}", (string?)config["clusters"]![0]!["cluster"]!["server"]);
        Assert.False(File.ReadAllText(Served.In("kubeconfig.yaml")).Contains("token", StringComparison.Ordinal));
        using var authority = CertificateAuthority.Create(DateTimeOffset.UtcNow);
        using var forged = authority.IssueClient("adm", DateTimeOffset.UtcNow);
        Assert.Equal(401, ServedProgram.StatusOf(await Served.Send(Served.Secure, ServedProgram.Request("GET /version"), Pkcs(forged))));
        Assert.Equal(200, ServedProgram.StatusOf(
            await Served.Send(Served.Secure, ServedProgram.Request("GET /simulator/clock", Viewer), Pkcs(forged))));
        var user = config["users"]![0]!["user"]!;
        using var own = X509Certificate2.CreateFromPem(
            Decoded(user["client-certificate-data"]), Decoded(user["client-key-data"]));
        using var usable = Pkcs(own);
        Assert.Equal(200, ServedProgram.StatusOf(
            await Served.Send(Served.Secure, ServedProgram.Request("POST /simulator/clock/pause", "Content-Length: 0"), usable)));
    }

    [Fact]
    public async Task Everything_is_audited_and_no_secret_is()
    {
        await Served.Status("GET /api/v1/nodes?access_token=hush", Viewer, "Cookie: hush");
        await Served.Status("POST /simulator/clock/pause", Viewer);
        await Served.Status("GET /version", "Authorization: Bearer hush");
        await Served.Status("POST /simulator/clock/pause", Admin, "Content-Length: 0");
        var text = Read("audit.log");
        var json = Read("audit.jsonl");
        Assert.DoesNotContain("hush", text + json, StringComparison.Ordinal);
        Assert.DoesNotContain("-token", text + json, StringComparison.Ordinal);
        Assert.Contains(
            "method=\"POST\" user=\"adm\" as=\"<self>\" namespace=\"<none>\" uri=\"/simulator/clock/pause\"", text,
            StringComparison.Ordinal);
        var lines = json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["vic", "vic", "<none>", "adm"], lines.Select(line => (string?)line["user"]));
        Assert.Equal([false, true, true, false], lines.Select(line => (bool)line["refused"]!));
        Assert.All(lines, line => Assert.Equal("east", (string?)line["cluster"]));
    }

    [Theory]
    [InlineData("POST", "Origin: http://evil.example", 403)]
    [InlineData("POST", "Origin: null", 403)]
    [InlineData("POST", "Origin: https://127.0.0.1:1", 403)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site", 403)]
    [InlineData("POST", "Origin: https://127.0.0.1", 200)]
    [InlineData("POST", "X: y", 200)]
    public async Task A_page_of_another_site_acts_upon_nothing(string method, string header, int status) =>
        Assert.Equal(status, await Served.Status($"{method} /simulator/clock/pause", Admin, header, "Content-Length: 0"));

    private string Read(string name)
    {
        using var file = new FileStream(Served.In(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static X509Certificate2 Pkcs(IssuedCertificate issued) => Pkcs(issued.Certificate);

    private static X509Certificate2 Pkcs(
        X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(
            certificate.Export(X509ContentType.Pkcs12), null);

    private static string Decoded(JsonNode? data) => Encoding.UTF8.GetString(Convert.FromBase64String((string)data!));
}
