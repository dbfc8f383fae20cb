using System.Text;

namespace Simulator.Api.Documents;

/// <summary>The content of a tree as text, whatever its layout: keys sorted, no places.</summary>
internal static class SourceText
{
    /// <summary>Of the keys that nobody has read so far; "" if there are none.</summary>
    public static string OfUnread(FieldReader fields)
    {
        var entries = fields.Unread().Where(entry => !entry.Value.IsNull).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        if (entries.Count == 0) return "";
        var text = new StringBuilder();
        WriteEntries(entries, text);
        return text.ToString();
    }

    private static void Write(SourceNode node, StringBuilder text)
    {
        switch (node)
        {
            case SourceMapping mapping: WriteEntries(mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal), text); break;
            case SourceSequence sequence: WriteItems(sequence, text); break;
            case SourceScalar { Kind: ScalarKind.Text } scalar: text.Append(JsonText.Of(scalar.Text)); break;
            case SourceScalar scalar: text.Append(scalar.Text); break;
        }
    }

    private static void WriteEntries(IEnumerable<SourceEntry> entries, StringBuilder text)
    {
        text.Append('{');
        foreach (var entry in entries)
        {
            text.Append(JsonText.Of(entry.Key)).Append(':');
            Write(entry.Value, text);
            text.Append(',');
        }

        text.Append('}');
    }

    private static void WriteItems(SourceSequence sequence, StringBuilder text)
    {
        text.Append('[');
        foreach (var item in sequence.Items)
        {
            Write(item, text);
            text.Append(',');
        }

        text.Append(']');
    }
}
