using System.Text;

namespace Simulator.Cli.Output;

/// <summary>What the program prints to cannot be written: a full disk behind a redirection.</summary>
internal sealed class OutputLostException(IOException cause) : Exception(cause.Message, cause);

/// <summary>The output, whose failures are told from those of other files.</summary>
internal sealed class GuardedOutput(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => Guard(() => output.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => output.Write(buffer, index, count));

    public override void Write(string? value) => Guard(() => output.Write(value));

    public override void WriteLine() => Guard(output.WriteLine);

    public override void WriteLine(string? value) => Guard(() => output.WriteLine(value));

    public override void Flush() => Guard(output.Flush);

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException failure)
        {
            throw new OutputLostException(failure);
        }
    }
}
