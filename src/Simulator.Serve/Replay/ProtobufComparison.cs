using System.Text;

namespace Simulator.Serve.Replay;

/// <summary>Of protobuf bodies the first four bytes and the type are compared.</summary>
internal static class ProtobufComparison
{
    public static string? Difference(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> ours)
    {
        var (theirs, own) = (Type(recorded), Type(ours));
        return theirs == own ? null : $"protobuf of {own}, recorded {theirs}";
    }

    /// <summary>The magic bytes, then field 1: the message of version and kind.</summary>
    private static string Type(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body[0] != 0x6b || body[1] != 0x38 || body[2] != 0x73 || body[3] != 0) return "another format";
        return Encoding.UTF8.GetString(body.Slice(6, body[5]));
    }
}
