using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Settings;

/// <summary>One step down into a file.</summary>
/// <param name="Name">A key, or the text between brackets: a number from 0, or a name.</param>
/// <param name="IsItem">It stood in brackets.</param>
internal readonly record struct SettingStep(string Name, bool IsItem);

/// <summary>Where a value stands, as error messages write it: <c>clusters[0].nodePools[default].labels.'example.com/disk'</c>.</summary>
internal static class SettingPath
{
    /// <summary>The steps; null and a sentence if this is no path.</summary>
    public static IReadOnlyList<SettingStep>? Parse(string text, out string problem)
    {
        var steps = new List<SettingStep>();
        var rest = text.AsSpan();
        problem = "";
        while (rest.Length > 0)
        {
            if (Step(ref rest, steps.Count == 0) is not { } step)
            {
                problem = $"cannot be read at '{Wording.Shortened(rest.ToString())}'";
                return null;
            }

            steps.Add(step);
        }

        if (steps.Count == 0) problem = "names nothing";
        return steps.Count == 0 ? null : steps;
    }

    /// <summary>The path up to and with a step, for sentences.</summary>
    public static string Shown(IEnumerable<SettingStep> steps) => string.Concat(steps.Select((step, index) => step.IsItem
        ? $"[{step.Name}]"
        : $"{(index == 0 ? "" : ".")}{(step.Name.AsSpan().IndexOfAny("./ ") < 0 ? step.Name : $"'{step.Name}'")}"));

    private static SettingStep? Step(ref ReadOnlySpan<char> rest, bool isFirst)
    {
        if (rest[0] == '[') return isFirst ? null : Enclosed(ref rest, 1, ']', isItem: true);
        var start = isFirst ? 0 : 1;
        if (!isFirst && rest[0] != '.' || rest.Length == start) return null;
        if (rest[start] == '\'') return Enclosed(ref rest, start + 1, '\'', isItem: false);
        var end = rest[start..].IndexOfAny('.', '[') is var length && length < 0 ? rest.Length : start + length;
        if (end == start) return null;
        var name = rest[start..end].ToString();
        rest = rest[end..];
        return new SettingStep(name, IsItem: false);
    }

    private static SettingStep? Enclosed(ref ReadOnlySpan<char> rest, int start, char end, bool isItem)
    {
        var length = rest[start..].IndexOf(end);
        if (length <= 0) return null;
        var name = rest.Slice(start, length).ToString();
        rest = rest[(start + length + 1)..];
        return new SettingStep(name, isItem);
    }
}
