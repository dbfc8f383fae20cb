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

    /// <summary>RFC 6455 asks for SHA-1: it keeps caches away, no secret.</summary>
    private static string Accept(ServerRequest request)
    {
#pragma warning disable CA5350
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(request.Header("Sec-WebSocket-Key") + Seed)));
#pragma warning restore CA5350
    }
}
