using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Api.Documents;

/// <summary>Writes a tree as compact JSON, keys in the order of the file.</summary>
public static class SourceJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    public static string Write(SourceNode node)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options)) Write(node, writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(SourceNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case SourceMapping mapping: WriteMapping(mapping, writer); break;
            case SourceSequence sequence: WriteSequence(sequence, writer); break;
            case SourceScalar scalar: WriteScalar(scalar, writer); break;
        }
    }

    private static void WriteMapping(SourceMapping mapping, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var entry in mapping.Entries)
        {
            writer.WritePropertyName(entry.Key);
            Write(entry.Value, writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteSequence(SourceSequence sequence, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in sequence.Items) Write(item, writer);
        writer.WriteEndArray();
    }

    /// <summary>Numbers that no double holds stay texts.</summary>
    private static void WriteScalar(SourceScalar scalar, Utf8JsonWriter writer)
    {
        if (scalar.Kind == ScalarKind.Null) writer.WriteNullValue();
        else if (scalar.TryBoolean(out var flag)) writer.WriteBooleanValue(flag);
        else if (scalar.TryInteger(out var number)) writer.WriteNumberValue(number);
        else if (scalar.Kind == ScalarKind.Decimal
            && double.TryParse(scalar.Text, System.Globalization.CultureInfo.InvariantCulture, out var part)
            && double.IsFinite(part))
        {
            writer.WriteNumberValue(part);
        }
        else writer.WriteStringValue(scalar.Text);
    }
}
