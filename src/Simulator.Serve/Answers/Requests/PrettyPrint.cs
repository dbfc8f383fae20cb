using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Requests;

/// <summary>Who gets indented JSON.</summary>
internal static class PrettyPrint
{
    private static readonly string[] Readers = ["curl", "Wget", "Mozilla/5.0"];

    public static bool Of(ServerRequest request)
    {
        if (new QueryText(request.Query)["pretty"] is { Length: > 0 } asked)
        {
            return asked is "1" or "t" or "T" or "true" or "TRUE" or "True";
        }
        var agent = request.Header("User-Agent") ?? "";
        return Readers.Any(reader => agent.StartsWith(reader, StringComparison.Ordinal));
    }
}
