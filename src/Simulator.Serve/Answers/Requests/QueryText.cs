namespace Simulator.Serve.Answers.Requests;

/// <summary>The part of a URL after the question mark.</summary>
public sealed class QueryText(string raw)
{
    private readonly List<(string Name, string Value)> _pairs = [.. raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];

    /// <summary>The first value; null: it is not there.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (found, value) in _pairs)
            {
                if (found == name) return value;
            }

            return null;
        }
    }

    /// <summary>Flags as Go's strconv and 1.3.10's parameters take them: there, and not 0 or false.</summary>
    public bool Flag(string name) => this[name] is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase) && value != "0";

    private static (string Name, string Value) Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (Decoded(text), "") : (Decoded(text[..at]), Decoded(text[(at + 1)..]));
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
