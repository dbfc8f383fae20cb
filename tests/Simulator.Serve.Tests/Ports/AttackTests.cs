using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Access.Certificates;
using Xunit;

namespace Simulator.Serve.Tests.Ports;

/// <summary>What an attacker tries at the ports of a served simulation.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["tokens.csv"] = "vic-token,vic,1\nadm-token,adm,2\n",
        ["roles.yaml"] = "bindings:\n  - { role: viewer, users: [vic], clusters: [east] }\n  - { role: admin, users: [adm] }\n",
    };

    private static readonly string[] Access =
    [
        "--token-auth-file", "@tokens.csv", "--roles", "@roles.yaml", "--secure-port", "0", "--audit-log-path", "@audit.log",
        "--audit-json-path", "@audit.jsonl", "--kubeconfig", "@kubeconfig.yaml", "--kubeconfig-user", "adm",
    ];

    private const string Viewer = "Authorization: Bearer vic-token";

    private const string Admin = "Authorization: Bearer adm-token";

    private ServedProgram _served = null!;

    public async ValueTask InitializeAsync() => _served = await ServedProgram.Start(Files, Access);

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task Without_credentials_there_is_nothing()
    {
        Assert.Equal(0, _served.Insecure);
        string[] paths = ["/", "/api", "/healthz", "/version", "/simulator/clock", "/nowhere", "/api/v1/pods?token=adm-token"];
        foreach (var path in paths) Assert.Equal(401, await _served.Status($"GET {path}"));
        string[] forged =
        [
            "Authorization: Bearer adm-toke", "Authorization: Bearer adm-token0", "Authorization: Bearer ", "Authorization: Bearer null",
            "Authorization: adm-token", "Authorization: Basic YWRtOmFkbS10b2tlbg==", "X-Remote-User: adm", "Cookie: token=adm-token",
            "Impersonate-User: adm", "Authorization: Bearer ADM-TOKEN", "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG0ifQ.",
        ];
        foreach (var header in forged) Assert.Equal(401, await _served.Status("GET /version", header));
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
            "POST /simulator/clock/step", "POST /simulator/operations", "POST /version", "OPTIONS /api/v1/nodes", "FOO /api/v1/nodes",
        ];
        foreach (var line in lines) Assert.Equal((line, 403), (line, await _served.Status(line, Viewer)));
        Assert.Equal(200, await _served.Status("GET /simulator/clock", Viewer));
        Assert.Equal(403, await _served.Status("GET /version", Viewer, "Impersonate-User: adm"));
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
        var status = await _served.Status(line, Viewer, "Content-Length: 0");
        Assert.Contains(status, new[] { 301, 400, 403, 404, 405 });
        var clock = await _served.Send(_served.Secure, ServedProgram.Request("GET /simulator/clock", Viewer));
        Assert.Contains("\"speed\":\"1x\"", clock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_clean_is_sent_back_as_what_it_means()
    {
        var answer = await _served.Send(_served.Secure, ServedProgram.Request("GET /api/../version/?a=<b", Admin));
        Assert.StartsWith("HTTP/1.1 301 ", answer, StringComparison.Ordinal);
        Assert.Contains("Location: /version/?a=<b\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("<a href=\"/version/?a=&lt;b\">Moved Permanently</a>.\n\n", answer, StringComparison.Ordinal);
        Assert.Equal(401, await _served.Status("GET /version/../api", "Authorization: Bearer none"));
    }

    [Theory]
    [InlineData(33 << 10, 0, 431)]
    [InlineData(0, 17 << 10, 414)]
    public async Task Heads_have_an_end(int headers, int line, int status) =>
        Assert.Equal(status, await _served.Status($"GET /version?{new string('a', line)}", Viewer, $"X: {new string('a', headers)}"));

    [Fact]
    public async Task Bodies_have_an_end()
    {
        Assert.Equal(413, await _served.Status("PUT /simulator/clock", Admin, "Content-Length: 999999999"));
        var endless = new StringBuilder(ServedProgram.Request("PUT /simulator/clock", Admin, "Transfer-Encoding: chunked"));
        for (var i = 0; i < 80; i++) endless.Append("10000\r\n").Append('x', 0x10000).Append("\r\n");
        Assert.Contains(ServedProgram.StatusOf(await _served.Send(_served.Secure, endless.ToString())), new[] { 0, 413 });
    }

    [Fact]
    public async Task Whoever_may_not_is_refused_before_his_body_is_read() =>
        Assert.Equal(403, await _served.Status("POST /simulator/troubles", Viewer, "Content-Length: 1000000"));

    [Fact]
    public async Task Bombs_are_refused_and_the_server_lives()
    {
        string[] bombs =
        [
            new string('[', 1_000_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 300_000)),
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":" + new string('[', 100_000) + new string(']', 100_000) + "}",
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d "
                + "[*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n",
        ];
        string[] lines = [
            "PUT /simulator/clock", "POST /simulator/troubles", "POST /api/v1/namespaces/default/pods", "PATCH /api/v1/nodes/default-0001"];
        foreach (var line in lines)
        {
            foreach (var bomb in bombs)
            {
                foreach (var type in new[] { "application/json", "application/yaml", "application/strategic-merge-patch+json" })
                {
                    var head =
                        ServedProgram.Request(line, Admin, $"Content-Type: {type}", $"Content-Length: {Encoding.UTF8.GetByteCount(bomb)}");
                    Assert.InRange(ServedProgram.StatusOf(await _served.Send(_served.Secure, head + bomb)), 400, 500);
                }
            }
        }

        Assert.Equal(200, await _served.Status("GET /simulator/clock", Viewer));
    }

    [Fact]
    public async Task Slow_heads_are_cut_off()
    {
        var began = DateTime.UtcNow;
        var answer = await _served.Send(_served.Secure, "GET /version HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        Assert.Contains(ServedProgram.StatusOf(answer), new[] { 0, 408 });
        Assert.InRange(DateTime.UtcNow - began, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_certificate_names_its_user_and_a_forged_one_nobody()
    {
        var config = JsonNode.Parse(string.Join('\n', File.ReadLines(_served.In("kubeconfig.yaml")).Skip(1)))!;
        Assert.Equal($"https://127.0.0.1:{_served.Secure}", (string?)config["clusters"]![0]!["cluster"]!["server"]);
        Assert.False(File.ReadAllText(_served.In("kubeconfig.yaml")).Contains("token", StringComparison.Ordinal));
        using var authority = CertificateAuthority.Create(DateTimeOffset.UtcNow);
        using var forged = authority.IssueClient("adm", DateTimeOffset.UtcNow);
        Assert.Equal(401, ServedProgram.StatusOf(await _served.Send(_served.Secure, ServedProgram.Request("GET /version"), Pkcs(forged))));
        Assert.Equal(200, ServedProgram.StatusOf(
            await _served.Send(_served.Secure, ServedProgram.Request("GET /simulator/clock", Viewer), Pkcs(forged))));
        var user = config["users"]![0]!["user"]!;
        using var own = X509Certificate2.CreateFromPem(
            Decoded(user["client-certificate-data"]), Decoded(user["client-key-data"]));
        using var usable = Pkcs(own);
        Assert.Equal(200, ServedProgram.StatusOf(
            await _served.Send(_served.Secure, ServedProgram.Request("POST /simulator/clock/pause", "Content-Length: 0"), usable)));
    }

    [Fact]
    public async Task Everything_is_audited_and_no_secret_is()
    {
        await _served.Status("GET /api/v1/nodes?access_token=hush", Viewer, "Cookie: hush");
        await _served.Status("POST /simulator/clock/pause", Viewer);
        await _served.Status("GET /version", "Authorization: Bearer hush");
        await _served.Status("POST /simulator/clock/pause", Admin, "Content-Length: 0");
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
        Assert.Equal(status, await _served.Status($"{method} /simulator/clock/pause", Admin, header, "Content-Length: 0"));

    [Fact]
    public async Task Idle_connections_do_not_shut_others_out()
    {
        var idle = new List<TcpClient>();
        for (var i = 0; i < 300; i++)
        {
            idle.Add(new TcpClient());
            await idle[^1].ConnectAsync("127.0.0.1", _served.Secure, TestContext.Current.CancellationToken);
        }

        Assert.Equal(200, await _served.Status("GET /simulator/clock", Viewer));
        idle.ForEach(connection => connection.Dispose());
    }

    private string Read(string name)
    {
        using var file = new FileStream(_served.In(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
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
