using Simulator.Cli;
using Simulator.Cli.Output;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>An output that cannot be written, as <c>/dev/full</c>, is no bug.</summary>
public sealed class LostOutputTests
{
    [Fact]
    public void It_is_a_sentence_and_wrong_input()
    {
        using var error = new StringWriter();
        using var full = new FullWriter();
        Assert.Equal(ExitCode.WrongInput, CliProgram.Invoke(["schema"], full, error, TestContext.Current.CancellationToken));
        Assert.Equal("the output cannot be written: No space left on device\n", error.ToString());
    }

    [Fact]
    public void Help_fails_alike()
    {
        using var error = new StringWriter();
        using var full = new FullWriter();
        Assert.Equal(ExitCode.WrongInput, CliProgram.Invoke(["--help"], full, error, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void If_both_streams_are_lost_the_exit_code_still_says_it()
    {
        using var full = new FullWriter();
        Assert.Equal(ExitCode.WrongInput, CliProgram.Invoke(["schema"], full, full, TestContext.Current.CancellationToken));
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char value) => throw Full();

        public override void Write(char[] buffer, int index, int count) => throw Full();

        public override void Write(string? value) => throw Full();

        public override void WriteLine(string? value) => throw Full();

        public override void WriteLine() => throw Full();

        private static IOException Full() => new("No space left on device");
    }
}
