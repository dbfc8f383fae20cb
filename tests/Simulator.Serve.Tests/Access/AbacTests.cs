using Simulator.Api.Documents;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Credentials;
using Xunit;

namespace Simulator.Serve.Tests.Access;

public sealed class AbacTests
{
    private const string Tokens = "adm,admin,1\nvw,viewer,2\ned,editor,3,editors\nbb,bob,4,\"devs,testers\"\n";

    private static readonly string Policies = "# who may do what\n\n" + string.Join('\n', new[]
    {
        """{"user":"admin","namespace":"*","resource":"*","apiGroup":"*","nonResourcePath":"*"}""",
        """{"user":"viewer","namespace":"*","resource":"*","apiGroup":"*","readonly":true}""",
        """{"user":"bob","namespace":"projects","resource":"pods"}""",
        """{"group":"editors","namespace":"default","resource":"*","apiGroup":"*"}""",
        """{"group":"editors","nonResourcePath":"/api*","readonly":true}""",
        """{"user":"*","group":"testers","nonResourcePath":"/version"}""",
    }.Select(Policy));

    [Theory]
    [InlineData("adm", "DELETE /api/v1/nodes/n", 0)]
    [InlineData("adm", "POST /simulator/clock", 0)]
    [InlineData("vw", "GET /api/v1/namespaces/a/secrets", 0)]
    [InlineData("vw", "GET /api/v1/watch/pods", 0)]
    [InlineData("vw", "POST /api/v1/namespaces/a/pods", 403)]
    [InlineData("vw", "GET /api/v1/proxy/nodes/n", 403)]
    [InlineData("vw", "GET /version", 403)]
    [InlineData("bb", "POST /api/v1/namespaces/projects/pods/p/exec", 0)]
    [InlineData("bb", "GET /api/v1/pods", 403)]
    [InlineData("bb", "GET /apis/extensions/v1beta1/namespaces/projects/pods", 403)]
    [InlineData("bb", "POST /version", 0)]
    [InlineData("bb", "GET /version/", 403)]
    [InlineData("ed", "DELETE /apis/extensions/v1beta1/namespaces/default/jobs", 0)]
    [InlineData("ed", "POST /api/v1/namespaces", 403)]
    [InlineData("ed", "DELETE /api/v1/namespaces/default", 0)]
    [InlineData("ed", "GET /apis/batch", 0)]
    [InlineData("ed", "POST /apis", 403)]
    [InlineData("ed", "GET /version", 403)]
    [InlineData("nobody", "GET /version", 401)]
    [InlineData("", "GET /healthz", 401)]
    public void Any_line_that_matches_allows(string token, string line, int refused) =>
        Assert.Equal(refused, Gate(Policies).Check(Requests.WithToken(token, line)).Refusal?.Status ?? 0);

    [Fact]
    public void A_line_without_a_version_means_everything_that_it_does_not_name()
    {
        var gate = Gate("""{"user":"bob","readonly":true}""");
        Assert.Null(gate.Check(Requests.WithToken("bb", "GET /apis/extensions/v1beta1/namespaces/projects/pods")).Refusal);
        Assert.Null(gate.Check(Requests.WithToken("bb", "GET /version")).Refusal);
        Assert.NotNull(gate.Check(Requests.WithToken("bb", "POST /version")).Refusal);
        Assert.NotNull(gate.Check(Requests.WithToken("vw", "GET /version")).Refusal);
    }

    [Fact]
    public void A_line_without_user_and_group_allows_nobody() =>
        Assert.NotNull(Gate(Policy("""{"nonResourcePath":"*"}"""))
            .Check(Requests.WithToken("adm", "GET /version")).Refusal);

    [Fact]
    public void Broken_lines_are_all_named()
    {
        var diagnostics = new Diagnostics();
        Assert.Null(AbacFile.Read(
            "policy.jsonl", "{\"user\":\"a\"}\n# no\n{oops\n[]\n{\"user\":[]}\n{\"apiVersion\":\"v2\",\"kind\":\"Policy\"}", diagnostics));
        Assert.Equal([3, 4, 5, 6], diagnostics.Errors.Select(error => error.Line));
        Assert.StartsWith("policy.jsonl:3:2", $"{diagnostics.Errors[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_key_is_ignored_and_remarked()
    {
        var diagnostics = new Diagnostics();
        Assert.False(AbacFile.Read("p", """{"user":"a","readonyl":true}""", diagnostics)!.Single().IsReadOnly);
        Assert.Equal("readonyl: is ignored; did you mean 'readonly'?", Assert.Single(diagnostics.Remarks).Message);
        Assert.True(AbacFile.Read("p", """{"user":"a","ReadOnly":true}""", diagnostics)!.Single().IsReadOnly);
    }

    private static string Policy(string spec) =>
        $$"""{"apiVersion":"abac.authorization.kubernetes.io/v1beta1","kind":"Policy","spec":{{spec}}}""";

    private static AccessGate Gate(string policies)
    {
        var diagnostics = new Diagnostics();
        var tokens = CredentialFiles.ReadTokens("tokens.csv", Tokens, diagnostics)!;
        return new AccessGate([tokens], [new AbacAuthorizer(AbacFile.Read("policy.jsonl", policies, diagnostics)!)]);
    }
}
