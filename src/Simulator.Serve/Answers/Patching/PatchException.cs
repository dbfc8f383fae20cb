namespace Simulator.Serve.Answers.Patching;

/// <summary>A patch that cannot be applied, in the words of the libraries of 1.3.10.</summary>
internal sealed class PatchException(string message) : Exception(message);
