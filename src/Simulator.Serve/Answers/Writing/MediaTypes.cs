namespace Simulator.Serve.Answers.Writing;

/// <summary>The media types of 1.3.10, in its order.</summary>
public static class MediaTypes
{
    public const string Json = "application/json";

    public const string Yaml = "application/yaml";

    public const string Protobuf = "application/vnd.kubernetes.protobuf";

    public static IReadOnlyList<string> All { get; } = [Json, Yaml, Protobuf];

    public static string Name(MediaType type) => All[(int)type];

    /// <summary>Which one an Accept header takes (bitbucket.org/ww/goautoneg): by weight, then by the header's order; null: none.</summary>
    public static MediaType? Accepted(string? header)
    {
        if (string.IsNullOrEmpty(header)) return MediaType.Json;
        foreach (var clause in Clauses(header).OrderByDescending(clause => clause.Weight))
        {
            for (var i = 0; i < All.Count; i++)
            {
                if (clause.Takes(All[i])) return (MediaType)i;
            }
        }

        return null;
    }

    /// <summary>An Accept header names the type, if only as the last one.</summary>
    public static bool Takes(string? header, MediaType type) => Clauses(header ?? "").Any(clause => clause.Takes(Name(type)));

    /// <summary>The type of a request's body; none said: JSON; null: an unknown one.</summary>
    public static MediaType? OfBody(string? header)
    {
        if (string.IsNullOrEmpty(header)) return MediaType.Json;
        var name = header.Split(';')[0].Trim();
        for (var i = 0; i < All.Count; i++)
        {
            if (name.Equals(All[i], StringComparison.OrdinalIgnoreCase)) return (MediaType)i;
        }

        return null;
    }

    private static IEnumerable<AcceptClause> Clauses(string header) => header.Split(',').Select(AcceptClause.Read);
}
