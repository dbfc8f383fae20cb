using Simulator.Api.Documents;

namespace Simulator.Library;

/// <summary>The input is wrong; the message has a line for each error: file, line, column, what was found, what is allowed.</summary>
public sealed class WrongInputException : Exception
{
    internal WrongInputException(Diagnostics diagnostics)
        : base(string.Join('\n', diagnostics.Errors)) => Diagnostics = diagnostics;

    /// <summary>All that there is to say about the input.</summary>
    public Diagnostics Diagnostics { get; }
}
