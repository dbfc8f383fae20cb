using Simulator.Serve.Answers;
using Xunit;

namespace Simulator.Serve.Tests.Ports;

/// <summary>What goes over a connection to a container that says nothing, frame by frame (SPDY/3.1).</summary>
public sealed class SpdyTests
{
    private const string Exec = "/api/v1/namespaces/default/pods/a/exec?command=ls";

    /// <summary>The checksum of the dictionary, no headers, and an empty block, up to which readers give out what they have.</summary>
    private const string FirstReply = "80030002 00000018 00000001 78bbe3c6a7c2 000400fbff00000000 000000ffff";

    private const string SecondReply = "80030002 00000012 00000003 000400fbff00000000 000000ffff";

    [Theory]
    [InlineData("80030001 0000000c 00000001 00000000 0000 7878", FirstReply + "00000001 01000000")]
    [InlineData(
        "80030001 0000000a 00000001 00000000 0000 80030001 0000000a 00000003 00000000 0000",
        FirstReply + "00000001 01000000" + SecondReply + "00000003 01000000")]
    [InlineData("80030006 00000004 00000007", "80030006 00000004 00000007")]
    [InlineData("00000001 01000003 616263", "")]
    [InlineData("80030007 00000008 00000000 00000000 80030006 00000004 00000007", "")]
    public async Task Every_stream_is_taken_and_ended(string sent, string answered)
    {
        await using var wire = new Wire(Bytes(sent));
        await Answer(("Upgrade", "SPDY/3.1"), ("X-Stream-Protocol-Version", "v2.channel.k8s.io")).Upgraded!(
            wire, TestContext.Current.CancellationToken);
        Assert.Equal(Convert.ToHexString(Bytes(answered)), Convert.ToHexString(wire.Written));
    }

    [Theory]
    [InlineData("channel.k8s.io", 101)]
    [InlineData("v5.channel.k8s.io, channel.k8s.io", 101)]
    [InlineData("v5.channel.k8s.io", 403)]
    public void A_websocket_speaks_the_protocols_of_its_time(string offered, int status) =>
        Assert.Equal(status, Answer(("Upgrade", "websocket"), ("Sec-WebSocket-Key", "eA=="), ("Sec-WebSocket-Protocol", offered)).Status);

    private static Messages.ServerAnswer Answer(params (string Name, string Value)[] headers)
    {
        var client = new Conversation(ServerManner.Extended);
        client.AddPod("a", """{"nodeName":"n","containers":[{"name":"main","image":"nginx"}]}""");
        return client.Send("POST", Exec, null, [("Connection", "Upgrade"), .. headers]);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Gives what a client has sent, and keeps what is written.</summary>
    private sealed class Wire(byte[] sent) : MemoryStream(sent, writable: false)
    {
        private readonly MemoryStream _written = new();

        public byte[] Written => _written.ToArray();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _written.WriteAsync(buffer, cancellationToken);
    }
}
