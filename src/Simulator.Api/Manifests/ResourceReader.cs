namespace Simulator.Api;

/// <summary>Amounts by resource name, as requests, limits, capacities.</summary>
internal static class ResourceReader
{
    /// <summary>The amounts; negative ones are errors in users' objects.</summary>
    public static ResourceList Resources(this SourceCursor cursor)
    {
        var amounts = cursor.Amounts();
        if (!cursor.Context.Validates) return amounts;
        foreach (var (name, amount) in amounts.Amounts)
        {
            if (amount.Nanos < 0) ErrorAt(cursor, name, $"'{amount}' is negative; allowed are quantities from 0");
        }

        return amounts;
    }

    private static void ErrorAt(SourceCursor cursor, string name, string sentence)
    {
        var node = ((SourceMapping)cursor.Node)[name]!;
        new SourceCursor(node, cursor.Path.Child(name), cursor.Context).Error(sentence);
    }
}
