using System.Globalization;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>Numbers in labels as Go's strconv.ParseInt(text, 10, 64) takes them: a sign and ASCII digits, nothing else.</summary>
internal static class WholeNumber
{
    public static bool TryParse(string text, out long number)
    {
        number = 0;
        var digits = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
