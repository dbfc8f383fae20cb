using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>A document without schemas: newer kubectls then check nothing, and create what they are given.</summary>
internal static class OpenApi
{
    private static readonly byte[] Document = [0x0a, 0x03, 0x32, 0x2e, 0x30];

    public static ServerAnswer Answer() => new()
    {
        Status = 200,
        ContentType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf",
        Body = Document,
    };
}
