namespace Simulator.Serve.Answers.Tables;

/// <summary>Whether a client wants its answer as a table, and in which version.</summary>
internal static class TableAccept
{
    /// <summary><c>meta.k8s.io/v1</c> or <c>meta.k8s.io/v1beta1</c>, whichever the header names first; null: no table.</summary>
    public static string? VersionOf(string? accept)
    {
        foreach (var clause in (accept ?? "").Split(','))
        {
            var words = clause.Split(';').Select(word => word.Trim()).ToHashSet(StringComparer.Ordinal);
            if (!words.Contains("as=Table") || !words.Contains("g=meta.k8s.io")) continue;
            if (words.Contains("v=v1")) return "meta.k8s.io/v1";
            if (words.Contains("v=v1beta1")) return "meta.k8s.io/v1beta1";
        }

        return null;
    }
}
