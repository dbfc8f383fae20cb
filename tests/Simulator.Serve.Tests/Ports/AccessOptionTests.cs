using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests.Ports;

/// <summary>The options of <c>serve</c> about who may do what: what is wrong with them, and what they make.</summary>
public sealed class AccessOptionTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["tokens.csv"] = "vic-token,vic,1\nadm-token,adm,2\n",
        ["wrong.csv"] = "vic-token,vic\n",
        ["policy.jsonl"] = "{\"user\":\"vic\",\"readonly\":true}\n{\"user\":\"adm\"}\n",
        ["broken.jsonl"] = "{\"user\":\"vic\"}\n{\"user\":\n",
        ["roles.yaml"] = "bindings:\n  - { role: viewr, users: [vic], clusters: [eats] }\n",
        ["own.yaml"] = "apiVersion: v1\nkind: Config\n",
        ["not.pem"] = "hello\n",
    };

    [Theory]
    [InlineData("broken.jsonl:2:9", "--authorization-mode", "ABAC", "--authorization-policy-file", "@broken.jsonl")]
    [InlineData("wrong.csv:1:1  has 2 columns", "--token-auth-file", "@wrong.csv")]
    [InlineData("roles.yaml:2:13  bindings[0].role: found 'viewr'", "--roles", "@roles.yaml")]
    [InlineData("there is no cluster 'eats'; did you mean 'east'?", "--roles", "@roles.yaml")]
    [InlineData("--authorization-mode  ABAC needs --authorization-policy-file", "--authorization-mode", "ABAC")]
    [InlineData("--authorization-mode  found 'RBCA'; allowed are AlwaysAllow, AlwaysDeny, ABAC, RBAC, Roles; did you mean 'RBAC'?",
        "--authorization-mode", "RBCA")]
    [InlineData("--authorization-policy-file is for mode ABAC only", "--authorization-policy-file", "@policy.jsonl")]
    [InlineData("not.pem  the certificate or its key cannot be read", "--tls-cert-file", "@not.pem", "--tls-private-key-file", "@not.pem")]
    [InlineData("--tls-cert-file  and --tls-private-key-file belong together", "--tls-cert-file", "@not.pem")]
    [InlineData("not.pem", "--client-ca-file", "@not.pem")]
    [InlineData("--bind-address  found 'here'; allowed is an IP address", "--secure-port", "0", "--bind-address", "here")]
    [InlineData("own.yaml  is there already, and simulator serve has not written it", "--secure-port", "0", "--kubeconfig", "@own.yaml")]
    [InlineData("--port 65535  allowed is 0 for any that is free, or 1 to 65534", "--port", "65535")]
    [InlineData("--secure-port -1  allowed is 0 for any that is free, or 1 to 65534", "--secure-port", "-1")]
    [InlineData("the audit log cannot be written", "--audit-log-path", "@no/such/folder/audit.log")]
    public async Task What_is_wrong_is_told_and_nothing_is_served(string sentence, params string[] args)
    {
        await using var served = await ServedProgram.Start(Files, args);
        Assert.Equal(2, await served.Ended);
        Assert.Contains(sentence, served.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_policies_hold_beside_the_insecure_port_and_the_authority_is_kept()
    {
        await using var served = await ServedProgram.Start(
            Files, "--secure-port", "0", "--token-auth-file", "@tokens.csv", "--authorization-mode", "ABAC", "--authorization-policy-file",
            "@policy.jsonl", "--cert-dir", "@certs");
        Assert.Equal(200, await served.Status("GET /simulator/clock", "Authorization: Bearer vic-token"));
        Assert.Equal(403, await served.Status("POST /simulator/clock/pause", "Authorization: Bearer vic-token"));
        Assert.Equal(200, await served.Status("POST /simulator/clock/pause", "Authorization: Bearer adm-token", "Content-Length: 0"));
        Assert.Equal(200, ServedProgram.StatusOf(await served.Send(served.Insecure, ServedProgram.Request("GET /simulator/clock"))));
        Assert.True(File.Exists(served.In("certs/ca.crt")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(served.In("certs/ca.key")));
        }
    }

    [Fact]
    public async Task A_name_that_was_bent_to_this_machine_is_no_way_to_the_insecure_port()
    {
        await using var served = await ServedProgram.Start(Files);
        var bent = "POST /simulator/clock/pause HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        Assert.Equal(403, ServedProgram.StatusOf(await served.Send(served.Insecure, bent)));
        var page = ServedProgram.Request("POST /simulator/clock/pause", "Origin: http://evil.example", "Content-Length: 0");
        Assert.Equal(403, ServedProgram.StatusOf(await served.Send(served.Insecure, page)));
        Assert.Equal(0, served.Secure);
    }

    [Fact]
    public async Task The_kubeconfig_leads_the_other_verbs_to_the_secure_port()
    {
        await using var served = await ServedProgram.Start(Files, "--kubeconfig", "@kube.yaml", "--secure-port", "0", "--secure-only");
        var answer = await Task.Run(
            () => CommandLine.Run("clock", "--pause", "--kubeconfig", served.In("kube.yaml"), "--context", "east"),
            TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.EndsWith("paused\n", answer.Out, StringComparison.Ordinal);
        var none = CommandLine.Run("clock", "--kubeconfig", served.In("kube.yaml"), "--context", "north");
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("it has no 'north' among its contexts", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_user_does_not_take_all_streams_and_streams_do_not_take_all_requests()
    {
        var throttle = new Throttle(new PortLimits { InFlightMax = 3, InFlightOfOneMax = 2, StreamsMax = 3, StreamsOfOneMax = 2 });
        var first = throttle.Enter(Watch("a"));
        Assert.NotNull(throttle.Enter(Watch("a")));
        Assert.Null(throttle.Enter(Watch("a")));
        Assert.NotNull(throttle.Enter(Watch("b")));
        Assert.Null(throttle.Enter(Watch("b")));
        first!.Dispose();
        first.Dispose();
        Assert.NotNull(throttle.Enter(Watch("b")));
        Assert.Null(throttle.Enter(Watch("c")));
        Assert.NotNull(throttle.Enter(Plain("a")));
        Assert.NotNull(throttle.Enter(Plain("a")));
        Assert.Null(throttle.Enter(Plain("a")));
        Assert.NotNull(throttle.Enter(Plain("b")));
        Assert.Null(throttle.Enter(Plain("c")));
        Assert.Equal((429, "1"), (Throttle.TooMany.Status, Throttle.TooMany.Headers[0].Value));
    }

    [Theory]
    [InlineData("/api/v1/watch/pods", "", true)]
    [InlineData("/api/v1/pods", "watch=true", true)]
    [InlineData("/api/v1/pods", "limit=5&Watch=1", true)]
    [InlineData("/api/v1/pods", "watch=false", false)]
    [InlineData("/api/v1/pods", "watch=0&x=1", false)]
    [InlineData("/api/v1/namespaces/a/pods/p/log", "", true)]
    [InlineData("/api/v1/namespaces/a/pods/p/exec", "command=ls", true)]
    [InlineData("/api/v1/namespaces/a/pods/catalogs", "", false)]
    [InlineData("/simulator/pulse", "period=500", true)]
    [InlineData("/simulator/timeline", "", false)]
    public void Requests_that_last_are_counted_apart(string path, string query, bool lasts) =>
        Assert.Equal(lasts, LongRequest.Is(new ServerRequest { Method = "GET", Path = path, Query = query }));

    private static ServerRequest Watch(string user) => Plain(user) with { Query = "watch=true" };

    private static ServerRequest Plain(string user) =>
        new() { Method = "GET", Path = "/api/v1/pods", Caller = new Caller { Port = CallerPort.Secure, User = new User(user) } };
}
