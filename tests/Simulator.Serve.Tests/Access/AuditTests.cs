using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Audit;
using Simulator.Serve.Access.Credentials;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests.Access;

public sealed class AuditTests
{
    private static readonly DateTimeOffset Wall = new(2016, 9, 7, 13, 3, 57, 400, TimeSpan.Zero);

    [Fact]
    public void Two_lines_a_request_in_the_format_of_the_next_release()
    {
        Assert.Equal(
            "2016-09-07T13:03:57.4Z AUDIT: id=\"5c3b\" ip=\"::1\" method=\"GET\" user=\"admin\" as=\"<self>\" namespace=\"default\" "
            + "uri=\"/api/v1/namespaces/default/pods\"\n"
            + "2016-09-07T13:03:57.4007109Z AUDIT: id=\"5c3b\" response=\"200\"\n",
            Text(Asked(Requests.WithToken("adm", "GET /api/v1/namespaces/default/pods")), 200));
    }

    [Fact]
    public void Whoever_acts_as_another_and_who_is_not_known_are_named()
    {
        var asAnother = Requests.Secure("GET /version", ("Authorization", "Bearer adm"), ("Impersonate-User", "v\"\nx"));
        Assert.Contains("user=\"admin\" as=\"v\\\"\\nx\" namespace=\"<none>\"", Text(Asked(asAnother), 403), StringComparison.Ordinal);
        Assert.Contains(
            "user=\"<none>\" as=\"<self>\"", Text(Asked(Requests.WithToken("no", "GET /version")), 401), StringComparison.Ordinal);
        var local = Requests.WithToken("adm", "GET /version") with { Caller = Caller.Loopback };
        Assert.Contains("user=\"<insecure>\" as=\"<self>\"", Text(Asked(local), 200), StringComparison.Ordinal);
    }

    [Fact]
    public void One_object_a_request_with_both_times_and_what_was_refused()
    {
        var request = Requests.WithToken("bob", "DELETE /apis/extensions/v1beta1/namespaces/a/jobs/j?x=1");
        Assert.Equal(
            """{"id":"5c3b","time":"2016-09-07T13:03:57.4Z","clusterTime":"2016-01-01T00:00:00Z","address":"::1","user":"bob",""" + "\"" +
            """groups":["devs"],"cluster":"east","method":"DELETE","uri":"/apis/extensions/v1beta1/namespaces/a/jobs/j?x=1",""" + "\"" +
            """verb":"delete","group":"extensions","resource":"jobs","namespace":"a","name":"j","status":403,""" + "\"" +
            """refused":true,"milliseconds":0.711}""",
            Json(Asked(request), 403).TrimEnd());
        Assert.False((bool)JsonNode.Parse(Json(Asked(Requests.WithToken("adm", "GET /version")), 404))!["refused"]!);
    }

    [Theory]
    [InlineData("GET /version?token=hush", "/version?token=<hidden>")]
    [InlineData("GET /version?a=1&access%5Ftoken=hush&b=2", "/version?a=1&access%5Ftoken=<hidden>&b=2")]
    [InlineData("GET /version?Password=hush&tokens", "/version?Password=<hidden>&tokens")]
    public void Secrets_are_never_logged(string line, string uri)
    {
        var asked = Asked(Requests.Secure(line, ("Authorization", "Bearer hush"), ("Cookie", "session=hush")));
        var log = Text(asked, 401) + Json(asked, 401);
        Assert.DoesNotContain("hush", log, StringComparison.Ordinal);
        Assert.Equal(uri, asked.Uri);
    }

    [Fact]
    public void The_file_is_its_owners_alone_and_grows()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");
        for (var i = 0; i < 2; i++)
        {
            using var file = AuditFile.Append(path);
            new AuditText(file).Answered(Asked(Requests.Secure("GET /")), Wall, 200);
        }

        Assert.Equal(2, File.ReadAllLines(path).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private static AuditedRequest Asked(ServerRequest request)
    {
        var diagnostics = new Diagnostics();
        var tokens = CredentialFiles.ReadTokens("t", "adm,admin,1\nbob,bob,2,devs", diagnostics)!;
        var gate = new AccessGate([tokens], [new AbacAuthorizer(AbacFile.Read("p", """{"user":"admin"}""", diagnostics)!)]);
        return new AuditedRequest
        {
            Id = "5c3b",
            At = Wall,
            ClusterTime = new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Cluster = "east",
            Request = request with { Caller = request.Caller with { Address = "::1" } },
            Verdict = gate.Check(request),
        };
    }

    private static string Text(AuditedRequest request, int status)
    {
        using var text = new StringWriter();
        var log = new AuditText(text);
        log.Asked(request);
        log.Answered(request, Wall.AddTicks(7109), status);
        return text.ToString();
    }

    private static string Json(AuditedRequest request, int status)
    {
        using var text = new StringWriter();
        new AuditJson(text).Answered(request, Wall.AddTicks(7109), status);
        return text.ToString();
    }
}
