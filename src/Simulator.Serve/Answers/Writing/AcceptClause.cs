using System.Globalization;

namespace Simulator.Serve.Answers.Writing;

/// <summary>One entry of an Accept header.</summary>
internal readonly record struct AcceptClause(string Type, double Weight)
{
    public static AcceptClause Read(string text)
    {
        var parts = text.Split(';');
        var weight = 1.0;
        foreach (var part in parts.Skip(1).Select(part => part.Trim()))
        {
            if (part.StartsWith("q=", StringComparison.Ordinal)
                && double.TryParse(part[2..], NumberStyles.Float, CultureInfo.InvariantCulture, out var read)) weight = read;
        }

        return new AcceptClause(parts[0].Trim(), weight);
    }

    public bool Takes(string type) =>
        Type == "*/*"
            || Type == type
            || (Type.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(Type[..^1], StringComparison.Ordinal));
}
