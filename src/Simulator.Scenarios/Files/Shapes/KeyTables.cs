using System.Text;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Writes shapes as Markdown tables, the outermost first.</summary>
internal static class KeyTables
{
    /// <param name="title">What the outermost is called.</param>
    public static string Write(IShape root, string title = "the file")
    {
        var text = new StringBuilder();
        var written = new HashSet<string>(StringComparer.Ordinal);
        Write(root, title, text, written, prefix: "");
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Write(IShape shape, string place, StringBuilder text, HashSet<string> written, string prefix)
    {
        if (!written.Add(shape.Name)) return;
        text.Append(shape.Program.Length == 0 ? $"#### {place}\n\n" : $"#### {place}: flags of {shape.Program}\n\n");
        text.Append("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var key in shape.Keys) text.Append(Row(shape, key));
        text.Append('\n');
        foreach (var key in shape.Keys)
        {
            if (key.Form.Below is not { } below) continue;
            var name = $"{prefix}{key.Name}{(key.Form.Words == "list" ? "[]" : "")}";
            Write(below, name, text, written, $"{name}.");
        }
    }

    private static string Row(IShape shape, KeyDescription key)
    {
        var flag = shape.Program.Length == 0 ? "" : $" (`{shape.Program} --{key.Name}`)";
        return $"| `{key.Name}` | {key.Form.Words} | {Default(shape, key)} | {key.Meaning}{flag} |\n";
    }

    private static string Default(IShape shape, KeyDescription key)
    {
        if (key.IsRequired) return "required";
        if (key.Default.Length > 0) return $"`{key.Default}`";
        var set = shape.Alternatives.FirstOrDefault(set => set.Contains(key.Name));
        return set is null ? "" : $"one of {string.Join(", ", set)}";
    }
}
