namespace Simulator.Scenarios.Extending;

/// <summary>A plug-in of the user's has failed in the middle of a run; the message is a sentence that names it.</summary>
public sealed class PluginFailedException(string message, Exception? cause = null) : Exception(message, cause);
