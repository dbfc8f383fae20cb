using System.Text;
using Simulator.Api.Documents;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Credentials;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests.Access;

public sealed class GateTests
{
    private static readonly TokenFile Tokens =
        CredentialFiles.ReadTokens("t", "adm,admin,1\nbb,bob,4,\"devs,testers\"\n", new Diagnostics())!;

    private static readonly BasicFile Passwords =
        CredentialFiles.ReadPasswords("p", "secret,admin,1\n\n\"a,\"\"b:c\",viewer,2\n", new Diagnostics())!;

    [Theory]
    [InlineData("Bearer bb", "bob")]
    [InlineData("  bearer bb rest", "bob")]
    [InlineData("Bearer  bb", null)]
    [InlineData("Bearer", null)]
    [InlineData("bb", null)]
    [InlineData("Basic YWRtaW46c2VjcmV0", "admin")]
    [InlineData("basic YWRtaW46c2VjcmV0", "admin")]
    [InlineData("Basic YWRtaW46c2VjcmV", null)]
    [InlineData("Basic YWRtaW4=", null)]
    [InlineData("Basic YWRtaW46U2VjcmV0", null)]
    public void Who_it_is_stands_in_the_header(string header, string? user) =>
        Assert.Equal(user, Gate().Check(Requests.Secure("GET /version", ("authorization", header))).User?.Name);

    [Fact]
    public void A_token_in_the_query_is_nobodys() =>
        Assert.Equal(401, Gate().Check(Requests.Secure("GET /version?token=bb&access_token=bb")).Refusal!.Status);

    [Fact]
    public void A_password_may_hold_commas_quotes_and_colons() =>
        Assert.Equal("viewer", Gate().Check(Requests.WithPassword("viewer", "a,\"b:c", "GET /version")).User?.Name);

    [Fact]
    public void A_certificate_tells_a_name_and_no_groups()
    {
        var request = Requests.WithToken("bb", "GET /version");
        var user = Gate().Check(request with { Caller = request.Caller with { CertificateName = "alice" } }).User!;
        Assert.Equal(("alice", 0), (user.Name, user.Groups.Count));
    }

    [Fact]
    public void Without_a_name_there_is_401_in_the_words_of_the_real_one()
    {
        var answer = Gate().Check(Requests.Secure("GET /healthz")).Refusal!;
        Assert.Equal((401, "text/plain; charset=utf-8", "Unauthorized\n"), (answer.Status, answer.ContentType, Text(answer)));
        Assert.Contains(("Www-Authenticate", "Basic realm=\"kubernetes-master\""), answer.Headers);
        var tokensOnly = new AccessGate([Tokens], [new AlwaysAllow()]).Check(Requests.Secure("GET /healthz")).Refusal!;
        Assert.Equal([("X-Content-Type-Options", "nosniff")], tokensOnly.Headers);
    }

    [Theory]
    [InlineData("/api/v1/pods?limit=500", "Forbidden: \"/api/v1/pods?limit=500\"")]
    [InlineData("/api/v1/pods%0a\"\\<é", "Forbidden: \"/api/v1/pods%0a\\\"\\\\<é\"")]
    [InlineData("/\u0001\u00a0\u200b", "Forbidden: \"/\\x01\\u00a0\\u200b\"")]
    public void What_is_forbidden_is_quoted_as_it_was_asked(string target, string text)
    {
        var answer = new AccessGate([Tokens], []).Check(Requests.WithToken("bb", $"GET {target}")).Refusal!;
        Assert.Equal((403, text), (answer.Status, Text(answer)));
    }

    [Fact]
    public void The_insecure_port_asks_nobody()
    {
        var request = Requests.Secure("DELETE /api/v1/nodes", ("Impersonate-User", "bob"));
        var verdict = new AccessGate([Tokens], []).Check(request with { Caller = Caller.Loopback });
        Assert.Null(verdict.Refusal);
        Assert.Null(verdict.User);
    }

    [Theory]
    [InlineData("adm", "viewer", 0, "&{viewer  [] map[]}")]
    [InlineData("adm", "system:serviceaccount:kube-system:builder", 0,
        "&{system:serviceaccount:kube-system:builder  [system:serviceaccounts system:serviceaccounts:kube-system] map[]}")]
    [InlineData("adm", "system:serviceaccount:Kube:builder", 403, null)]
    [InlineData("adm", "system:serviceaccount:a:b:c", 403, null)]
    [InlineData("bb", "viewer", 403, null)]
    [InlineData("bb", "admin", 403, null)]
    [InlineData("bb", "system:serviceaccount:dev:robot", 0,
        "&{system:serviceaccount:dev:robot  [system:serviceaccounts system:serviceaccounts:dev] map[]}")]
    [InlineData("bb", "system:serviceaccount:prod:robot", 403, null)]
    public void Acting_as_somebody_needs_the_right_to(string token, string wanted, int refused, string? user)
    {
        var gate = Gate(
            """
            {"user":"admin"}
            {"user":"viewer","readonly":true}
            {"group":"system:serviceaccounts","readonly":true}
            {"group":"devs","resource":"serviceaccounts","namespace":"dev"}
            """);
        var named = gate.Check(Requests.Secure("GET /version", ("Authorization", $"Bearer {token}"), ("Impersonate-User", wanted)));
        Assert.Equal(refused, named.Refusal?.Status ?? 0);
        if (user is not null) Assert.Equal((user, token == "adm" ? "admin" : "bob"), ($"{named.User}", named.Impersonator!.Name));
    }

    [Fact]
    public void Files_of_secrets_are_refused_by_line_and_never_quoted()
    {
        var diagnostics = new Diagnostics();
        Assert.Null(CredentialFiles.ReadTokens("tokens.csv", "a,b,c\nhush,b\n\nhush\"", diagnostics));
        Assert.Null(CredentialFiles.ReadPasswords("pass.csv", "hush,b,1\nhush,c,2,3\n\"hush", diagnostics));
        Assert.Equal(
            ["pass.csv:2:1", "pass.csv:3:1", "tokens.csv:2:1", "tokens.csv:4:1"],
            diagnostics.Errors.Select(error => $"{error.File}:{error.Line}:{error.Column}"));
        Assert.DoesNotContain(diagnostics.Errors, error => $"{error}".Contains("hush", StringComparison.Ordinal));
    }

    private static AccessGate Gate(string policies = """{"readonly":true}""") =>
        new([Passwords, new ClientCertificate(), Tokens], [new AbacAuthorizer(AbacFile.Read("p", policies, new Diagnostics())!)]);

    private static string Text(ServerAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
