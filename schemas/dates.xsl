<?xml version="1.0" encoding="UTF-8"?>
<!-- dates.xsl - the dates of pages, which are ISO 8601, as other systems read them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- Day and time, as they are told, without their zone; nothing where the day is not known. -->
<xsl:template name="moment">
  <xsl:param name="date"/>
  <xsl:param name="between" select="' '"/>
  <xsl:if test="string-length($date) >= 10">
    <xsl:variable name="zulu" select="substring-before(concat(substring-after($date, 'T'), 'Z'), 'Z')"/>
    <xsl:variable name="east" select="substring-before(concat($zulu, '+'), '+')"/>
    <xsl:variable name="west" select="substring-before(concat($east, '-'), '-')"/>
    <xsl:variable name="time" select="substring-before(concat($west, '.'), '.')"/>
    <xsl:value-of select="concat(substring($date, 1, 10), $between, $time,
        substring('00:00:00', 1 + string-length($time)))"/>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
