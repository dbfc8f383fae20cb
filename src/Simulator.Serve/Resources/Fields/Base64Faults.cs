namespace Simulator.Serve.Resources.Fields;

/// <summary>Where Go's encoding/base64 stops.</summary>
internal static class Base64Faults
{
    /// <summary>The first byte that cannot stand where it stands.</summary>
    public static int Place(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '/' or '=' or '\n' or '\r')) return i;
        }

        var padding = text.IndexOf('=', StringComparison.Ordinal);
        return padding >= 0 && padding < text.Length - 2 ? padding + 1 : text.Length - (text.Length % 4);
    }
}
