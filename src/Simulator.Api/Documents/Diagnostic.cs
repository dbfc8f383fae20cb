using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>One sentence about a place in a file: what was found and what is allowed.</summary>
/// <param name="Line">From 1; 0 if the sentence is about the file as a whole.</param>
/// <param name="Column">From 1; 0 if the sentence is about the file as a whole.</param>
public sealed record Diagnostic(string File, int Line, int Column, Severity Severity, string Message) : IComparable<Diagnostic>
{
    /// <summary>In one line, whatever the names in it are.</summary>
    public string Message { get; } = VisibleText.Of(Message);

    /// <summary>Where the object begins that is refused; zeros if it is no refusal.</summary>
    public (int Line, int Column) Object { get; init; }

    public int CompareTo(Diagnostic? other)
    {
        if (other is null) return 1;
        var order = string.CompareOrdinal(File, other.File);
        if (order == 0) order = Line.CompareTo(other.Line);
        if (order == 0) order = Column.CompareTo(other.Column);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    /// <summary><c>file:line:col  message</c>, or <c>file  message</c> without a place.</summary>
    public override string ToString() =>
        Line == 0 ? $"{VisibleText.Of(File)}  {Message}" : $"{VisibleText.Of(File)}:{Line}:{Column}  {Message}";
}
