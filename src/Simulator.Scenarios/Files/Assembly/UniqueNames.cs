using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Names by which a scenario refers to its parts come once.</summary>
internal static class UniqueNames
{
    /// <param name="what">For the sentence: <c>cluster</c>.</param>
    public static void Check<T>(IReadOnlyList<Placed<T>> parts, Func<T, string> name, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (name(part.Value) is { Length: > 0 } found && !seen.Add(found))
            {
                part.Fields.ErrorAt("name", $"the {what} '{found}' comes twice; allowed are names that differ");
            }
        }
    }
}
