using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Simulator.Serve.Tests.Ports;

/// <summary>Whoever sends too much, too slowly or too deep takes nothing from the others.</summary>
public sealed class ExhaustionTests : AttackedPort
{
    [Theory]
    [InlineData(33 << 10, 0, 431)]
    [InlineData(0, 17 << 10, 414)]
    public async Task Heads_have_an_end(int headers, int line, int status) =>
        Assert.Equal(status, await Served.Status($"GET /version?{new string('a', line)}", Viewer, $"X: {new string('a', headers)}"));

    [Fact]
    public async Task Bodies_have_an_end()
    {
        Assert.Equal(413, await Served.Status("PUT /simulator/clock", Admin, "Content-Length: 999999999"));
        var endless = new StringBuilder(ServedProgram.Request("PUT /simulator/clock", Admin, "Transfer-Encoding: chunked"));
        for (var i = 0; i < 80; i++) endless.Append("10000\r\n").Append('x', 0x10000).Append("\r\n");
        Assert.Contains(ServedProgram.StatusOf(await Served.Send(Served.Secure, endless.ToString())), new[] { 0, 413 });
    }

    [Fact]
    public async Task Whoever_may_not_is_refused_before_his_body_is_read() =>
        Assert.Equal(403, await Served.Status("POST /simulator/troubles", Viewer, "Content-Length: 1000000"));

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
                    Assert.InRange(ServedProgram.StatusOf(await Served.Send(Served.Secure, head + bomb)), 400, 500);
                }
            }
        }

        Assert.Equal(200, await Served.Status("GET /simulator/clock", Viewer));
    }

    [Fact]
    public async Task Slow_heads_are_cut_off()
    {
        var began = DateTime.UtcNow;
        var answer = await Served.Send(Served.Secure, "GET /version HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        Assert.Contains(ServedProgram.StatusOf(answer), new[] { 0, 408 });
        Assert.InRange(DateTime.UtcNow - began, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Slow_bodies_are_cut_off()
    {
        var began = DateTime.UtcNow;
        var head = ServedProgram.Request("PUT /simulator/clock", Admin, "Content-Length: 100000");
        Assert.Contains(ServedProgram.StatusOf(await Served.Send(Served.Secure, head + "{")), new[] { 0, 408 });
        Assert.InRange(DateTime.UtcNow - began, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(50));
    }

    /// <summary>The shares are those of the users: the admin, and his certificate's, are somebody else.</summary>
    [Fact]
    public async Task Idle_pulses_and_watches_of_one_user_shut_nobody_out()
    {
        List<Stream> idle = [];
        for (var i = 0; i < 450; i++)
        {
            var path = i % 2 == 0 ? "/simulator/pulse" : $"/api/v1/watch/namespaces/none/pods/idle-{i}";
            idle.Add(await Served.Open(Served.Secure, ServedProgram.Request("GET " + path, Viewer)));
        }

        Assert.Equal(200, await Served.Status("GET /simulator/clock", Viewer));
        Assert.Equal(200, await Served.Status("GET /api/v1/nodes", Admin));
        foreach (var one in idle) await one.DisposeAsync();
    }

    /// <summary>His share of streams, and no more: the others are told so, and their connections are closed.</summary>
    [Fact(Explicit = true)]
    public async Task Ten_thousand_idle_watches_of_one_user_get_a_thousand()
    {
        List<Stream> idle = [];
        for (var i = 0; i < 10_000; i++)
        {
            var one = await Served.Open(Served.Secure, ServedProgram.Request($"GET /api/v1/watch/namespaces/none/pods/idle-{i}", Viewer));
            var head = new byte[12];
            await one.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
            var isTaken = head.AsSpan().EndsWith("200"u8);
            Assert.Equal(i < 1000, isTaken);
            if (isTaken) idle.Add(one);
        }

        Assert.Equal(200, await Served.Status("GET /api/v1/nodes", Admin));
        Assert.Equal(429, await Served.Status("GET /api/v1/watch/nodes", Viewer));
        foreach (var one in idle) await one.DisposeAsync();
    }

    [Fact]
    public async Task Idle_connections_do_not_shut_others_out()
    {
        var idle = new List<TcpClient>();
        for (var i = 0; i < 300; i++)
        {
            idle.Add(new TcpClient());
            await idle[^1].ConnectAsync("127.0.0.1", Served.Secure, TestContext.Current.CancellationToken);
        }

        Assert.Equal(200, await Served.Status("GET /simulator/clock", Viewer));
        idle.ForEach(connection => connection.Dispose());
    }
}
