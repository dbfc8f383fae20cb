using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Bodies;

/// <summary>The sentence of a value that does not fit: <c>[pos 113]: json: expect char '"' but got char '1'</c>.</summary>
internal static class DecodeTexts
{
    public static string Of(DecodeException fault, ReadOnlySpan<byte> json) =>
        fault.Path is { } path ? $"[pos {JsonPlaces.Find(json, path) + fault.Offset}]: {fault.Message}" : fault.Message;

    /// <summary>What a body was, in short (summarizeData in pkg/apiserver/resthandler.go).</summary>
    public static string Summary(ReadOnlySpan<byte> body)
    {
        if (body.Length == 0) return "<empty>";
        var start = body[..Math.Min(30, body.Length)];
        var text = body[0] == '{' ? System.Text.Encoding.UTF8.GetString(start) : Convert.ToHexStringLower(start);
        return body.Length > 30 ? text + " ..." : text;
    }
}
