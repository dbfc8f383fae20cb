using System.Security.Cryptography;
using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Watching;

/// <summary>Watches over websockets: each event is one frame (HandleWS in pkg/apiserver/watch.go).</summary>
internal static class WebSockets
{
    private const string Seed = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public static bool IsAsked(ServerRequest request) =>
        (request.Header("Upgrade") ?? "").Equals("websocket", StringComparison.OrdinalIgnoreCase)
        && (request.Header("Connection") ?? "").Contains("upgrade", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refused without an origin, as golang.org/x/net/websocket does.</summary>
    public static ServerAnswer Upgrade(ServerRequest request, ServerAnswer plain, bool isText)
    {
        if (request.Header("Origin") is null) return new ServerAnswer { Status = 403 };
        var stream = plain.Stream!;
        return new ServerAnswer
        {
            Status = 101,
            Headers = [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", Accept(request))],
            StreamEndsAfter = plain.StreamEndsAfter,
            Stream = sink => stream(new WebSocketSink(sink, isText)),
        };
    }

    /// <summary>
    /// The way to a container that says nothing: closed at once. Only the protocols of 1.3.10 are known (pkg/util/wsstream/conn.go): who
    /// offers others tries something else.
    /// </summary>
    public static ServerAnswer Silent(ServerRequest request)
    {
        var offered = (request.Header("Sec-WebSocket-Protocol") ?? "").Split(',', StringSplitOptions.TrimEntries);
        var chosen = offered.FirstOrDefault(protocol => protocol is "" or "channel.k8s.io" or "base64.channel.k8s.io");
        if (chosen is null) return new ServerAnswer { Status = 403 };
        List<(string Name, string Value)> headers =
            [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", Accept(request))];
        if (chosen.Length > 0) headers.Add(("Sec-WebSocket-Protocol", chosen));
        return new ServerAnswer { Status = 101, Headers = headers, Body = (byte[])[0x88, 2, 0x03, 0xe8] };
    }

    /// <summary>RFC 6455 asks for SHA-1: it keeps caches away, no secret.</summary>
    private static string Accept(ServerRequest request)
    {
#pragma warning disable CA5350
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(request.Header("Sec-WebSocket-Key") + Seed)));
#pragma warning restore CA5350
    }
}
