using System.Text;
using Simulator.Api.Words;

namespace Simulator.Cli.Output;

/// <summary>Lets no text of a file command the terminal: control characters, but for the ends of lines, are written out.</summary>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(VisibleText.OfLines(value.ToString()));

    public override void Write(string? value)
    {
        if (value is not null) inner.Write(VisibleText.OfLines(value));
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : VisibleText.OfLines(value));

    public override void WriteLine() => inner.WriteLine();

    public override void Flush() => inner.Flush();
}
