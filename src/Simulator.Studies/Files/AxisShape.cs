using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Studies.Axes;

namespace Simulator.Studies.Files;

/// <summary>A value of the scenario, and what is tried in its place.</summary>
internal static class AxisShape
{
    private static readonly KeysOf<Axis> Key = new();

    public static Shape<Axis> Value { get; } = new("axis", new Axis("", []),
    [
        Key.Text("set", "path of the value, as in clusters[0].nodePools[0].count", a => a.Path, (a, v) => a with { Path = v }).Required(),
        Key.Class(
            "values", "what is tried: a range (20..60:10, 10s..2m:10s), values with commas between them, or a list", Forms.Values, Read,
            null, (a, v) => a with { Values = v }).Required(),
    ]);

    private static IReadOnlyList<string>? Read(SourceCursor cursor)
    {
        var problem = "";
        var values = cursor.Node is SourceSequence ? Items(cursor, out problem)
            : cursor.Text() is { } text ? AxisValues.Parse(text, out problem)
            : null;
        if (problem.Length > 0) cursor.Error(problem);
        return values;
    }

    private static List<string>? Items(SourceCursor cursor, out string problem)
    {
        var values = new List<string>();
        foreach (var item in cursor.Items())
        {
            if (item.Text() is { } text) values.Add(text);
        }

        problem = values.Count < cursor.Items().Count ? "" : AxisValues.ProblemOf(values);
        return values;
    }
}
